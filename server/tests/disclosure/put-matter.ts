import { freezeRules, type FrozenRules } from '@bandeng/shared/deliberation/freeze-rules.ts';
import {
  meetingStageIds,
  type MeetingStageId,
  stageIds,
  type StageId,
} from '@bandeng/shared/deliberation/vocabulary.ts';
import { fourTwo } from '@bandeng/shared/deliberation/workflows/four-two.ts';
import type { InferInsertModel } from 'drizzle-orm';
import type { Schema } from '../../src/platform/store/schema.ts';
import type { TestApp } from '../platform/test-app.ts';
import type { Village, Villager } from './village.ts';

export const standardRules = (): FrozenRules => {
  const rules = freezeRules(fourTwo, 'representatives');
  if (!rules.ok) throw new Error(rules.refusal.code);
  return rules.value;
};

type NewSession = InferInsertModel<Schema['sessions']>;

const sessionRow = (communityId: string, matterId: string, stageId: MeetingStageId, at: number): NewSession => {
  const { quorum, pass } = standardRules().meetings[stageId];
  return {
    communityId,
    id: '',
    matterId,
    ordinal: 9,
    stageId,
    round: 1,
    version: 1,
    status: 'convened',
    assembly: stageId === 'resolve' ? 'representatives' : null,
    bodyName: '居民代表会议',
    question: '是否同意？',
    place: '',
    online: true,
    startsAt: at - 3_600_000,
    closesAt: at + 3_600_000,
    convenedAt: at - 3_600_000,
    secret: false,
    rules: { quorum, pass, ballotChanges: 1 },
    due: 2,
    excused: 0,
    present: 0,
    cast: 0,
    minutesVersion: 0,
    voidReason: '',
    fileIds: [],
  };
};

/** A session of stage 4 that began an hour ago and closes in an hour. */
export const putSession = async (
  t: TestApp,
  v: Village,
  matterId: string,
  status: string,
  more: Partial<NewSession> = {},
): Promise<string> => {
  const id = t.deps.newId();
  const row = sessionRow(v.c.communityId, matterId, 'resolve', t.time.now());
  await t.deps.store.write((tx) => tx.insert(tx.t.sessions).values({ ...row, id, status, ...more }));
  return id;
};

/** Somebody's line on the roll of a session: due, and not there yet. */
export const putVoter = async (
  t: TestApp,
  v: Village,
  sessionId: string,
  who: Villager,
  more: object = {},
): Promise<void> => {
  const { communityId } = v.c;
  const line = { communityId, sessionId, voterId: v.residents[who], name: who, label: who, households: 0 };
  const blank = { excused: false, excuseReason: '', voted: false, changes: 0 };
  await t.deps.store.write((tx) => tx.insert(tx.t.rollEntries).values({ ...line, ...blank, ...more }));
};

/** A matter that has come as far as a stage, with a passed session of each stage before. */
export const putMatter = async (
  t: TestApp,
  v: Village,
  more: { stageId?: StageId | null; status?: string; title?: string; number?: string; summary?: string } = {},
): Promise<string> => {
  const {
    stageId = 'publish-resolution',
    status = 'running',
    title = '楼顶漏水修复',
    number = '2026-001',
    summary = '',
  } = more;
  const id = t.deps.newId();
  const at = t.time.now();
  const { communityId } = v.c;
  const rules = standardRules();
  const reached = meetingStageIds.filter(
    (one) => stageId !== null && stageIds.indexOf(one) < stageIds.indexOf(stageId),
  );
  await t.deps.store.write(async (tx) => {
    const words = {
      title,
      summary,
      text: '3 栋楼顶防水翻新。',
      type: 'public-works',
      secret: false,
      assembly: 'representatives',
    };
    const rest = {
      options: [],
      fileIds: [],
      proposerId: v.residents.secretary,
      workflowId: 'four-two',
      workflowVersion: 1,
    };
    const times = {
      createdAt: at,
      submittedAt: status === 'draft' ? null : at,
      endedAt: null,
      touchedAt: at,
      dueAt: null,
    };
    const state = {
      number: status === 'draft' ? '' : number,
      status,
      stageId,
      version: 1,
      revision: 1,
      budgetFen: 4_000_000,
    };
    const filled = {
      ...words,
      ...rest,
      ...times,
      ...state,
      rules: status === 'draft' ? null : rules,
      reason: '',
      comments: 0,
    };
    await tx.insert(tx.t.matters).values({ communityId, id, ...filled });
    const content = { title, summary, text: words.text, type: words.type, budgetFen: state.budgetFen };
    const version = {
      version: 1,
      edit: 0,
      title,
      content,
      reason: '',
      material: true,
      byId: v.residents.secretary,
      at,
    };
    if (status !== 'draft') await tx.insert(tx.t.matterVersions).values({ communityId, matterId: id, ...version });
    for (const [i, stage] of reached.entries()) {
      const votes = { yes: 7, no: 1, abstain: 0, quorumNeeded: 6, quorumMet: true, passNeeded: 5, passMet: true };
      const counts = { due: 9, excused: 0, present: 8, cast: 8 };
      const closed = { status: 'passed', openedAt: at - 2, closedAt: at - 1, closedBy: 'hand', ordinal: i + 1 };
      const outcome = { result: 'passed' as const, ...counts, ...votes };
      const row = sessionRow(communityId, id, stage, at);
      await tx.insert(tx.t.sessions).values({ ...row, ...closed, ...counts, id: t.deps.newId(), outcome });
    }
  });
  return id;
};
