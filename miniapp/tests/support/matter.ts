import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';

type MatterPage = Reply<typeof deliberationApi.getMatter>;
type MatterHead = MatterPage['matter']['head'];
type SessionView = MatterPage['matter']['sessions'][number];
type DisclosureView = MatterPage['matter']['disclosures'][number];
type MyPart = MatterPage['mine'][number];

const law = { mark: 'law', zh: '某法某条', en: 'Some law' } as const;

/** Matters as the server presents them, with what a test says of them. */
export const buildHead = (overrides: Partial<MatterHead> = {}): MatterHead => ({
  id: 'm1',
  number: '2026-017',
  title: '暖气改造',
  summary: '',
  text: '',
  type: 'public-works',
  status: 'running',
  stageId: 'resolve',
  version: 1,
  revision: 1,
  secret: false,
  assembly: 'representatives',
  budgetFen: null,
  options: [],
  proposer: { id: 'p1', name: '李东', label: '李东 1-2-302' },
  coauthors: [],
  attachments: [],
  createdAt: 0,
  submittedAt: 0,
  endedAt: null,
  reason: '',
  ...overrides,
});

export const buildSession = (overrides: Partial<SessionView> = {}): SessionView => ({
  id: 's1',
  stageId: 'resolve',
  round: 1,
  version: 1,
  status: 'open',
  assembly: 'representatives',
  bodyName: '居民代表会议',
  question: '同意签订合同',
  place: '',
  online: true,
  startsAt: 0,
  closesAt: 4_000_000_000_000,
  openedAt: 0,
  closedAt: null,
  closedBy: null,
  secret: false,
  ballotChanges: 1,
  quorum: { base: 'due', numerator: 2, denominator: 3, strict: false, law },
  pass: { base: 'present', numerator: 1, denominator: 2, strict: true, law },
  due: 60,
  excused: 0,
  present: 44,
  cast: 44,
  outcome: null,
  minutes: null,
  jointWith: null,
  voidReason: '',
  attachments: [],
  ...overrides,
});

export const buildDisclosure = (overrides: Partial<DisclosureView> = {}): DisclosureView => ({
  id: 'd1',
  stageId: 'publish-resolution',
  version: 1,
  status: 'up',
  title: '决议',
  text: '',
  publishedAt: 0,
  firstDay: '2026-11-10',
  lastDay: '2026-11-24',
  endsAt: 4_000_000_000_000,
  days: 15,
  endedAt: null,
  publicToken: 'token',
  attachments: [],
  ...overrides,
});

export const buildPart = (overrides: Partial<MyPart> = {}): MyPart => ({
  sessionId: 's1',
  excused: false,
  checkedIn: false,
  voted: false,
  choice: null,
  changesLeft: 1,
  receipt: null,
  signed: false,
  households: 38,
  ...overrides,
});

export const buildPage = (overrides: Partial<MatterPage['matter']> = {}, page: Partial<MatterPage> = {}): MatterPage => ({
  matter: {
    head: buildHead(),
    versions: [],
    sessions: [buildSession()],
    disclosures: [],
    objections: [],
    progress: [],
    spentFen: 0,
    ratings: { count: 0, stars: 0, byStars: [0, 0, 0, 0, 0] },
    comments: 0,
    ...overrides,
  },
  cursor: 10,
  allowed: [{ action: 'cast-ballot', subjectId: 's1' }],
  mine: [buildPart()],
  myRating: null,
  ...page,
});
