import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';

type MatterView = Reply<typeof deliberationApi.getMatter>['matter'];
type MatterHead = MatterView['head'];
export type ObjectionView = MatterView['objections'][number];
type RollEntryView = Reply<typeof deliberationApi.getSession>['roll'][number];

export const matterHead = (change: Partial<MatterHead> = {}): MatterHead => ({
  id: 'm1',
  number: '',
  title: '屋顶修缮',
  summary: '三栋顶楼漏水',
  text: '换防水层',
  type: 'public-works',
  status: 'draft',
  stageId: null,
  version: 1,
  revision: 3,
  secret: false,
  assembly: 'representatives',
  budgetFen: null,
  options: [],
  proposer: { id: 'p', name: '王工', label: '王工 3-2-101' },
  coauthors: [],
  attachments: [],
  createdAt: 0,
  submittedAt: null,
  endedAt: null,
  reason: '',
  ...change,
});

export const rollEntry = (change: Partial<RollEntryView> = {}): RollEntryView => ({
  voterId: 'v',
  name: '李春梅',
  label: '3-1-201',
  households: 38,
  excused: false,
  excuseReason: '',
  present: false,
  voted: false,
  choice: null,
  reason: '',
  channel: null,
  signed: false,
  ...change,
});
