import { eq } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { WechatEventHandler } from '../engine.ts';
import type { TimerHandler } from '../jobs/timer-handler.ts';
import { clearTimer } from '../jobs/timers.ts';
import type { Tx } from '../store/store.ts';
import { readJudgement } from '../wechat/check-content.ts';
import type { MediaFinding, MediaRequest, Verdict } from './content-check.ts';

/** Timer of an answer that does not come; WeChat promises it within this time. */
export const lateCheck = 'media-check-late';
export const lateMs = 30 * 60_000;

type MediaDeps = Deps & { readonly now: number };

/** What was found, with the platform's label or why it could not look. */
interface Found {
  readonly finding: MediaFinding;
  readonly detail: string;
}

/** Tells the engine whose picture or recording it is. */
export const tellOwner = async (
  tx: Tx,
  { communityId, owner, fileId }: Pick<MediaRequest, 'communityId' | 'owner' | 'fileId'>,
  { finding, detail }: Found,
  deps: MediaDeps,
): Promise<void> => {
  const handle = deps.engines.map((engine) => engine.mediaChecked?.[owner.kind]).find((found) => found !== undefined);
  if (!handle) throw new Error(`no engine hears of checks for ${owner.kind}`);
  const verdict: Verdict = finding === 'clean' ? { pass: true } : { pass: false, reason: 'check', detail };
  await handle(tx, { communityId, ownerId: owner.id, fileId, finding, verdict }, deps);
};

/** Hands a finding to the engine that waits for it, once. False for a trace that nobody waits for. */
const settle = async (tx: Tx, traceId: string, found: Found, deps: MediaDeps): Promise<boolean> => {
  const { mediaChecks: m } = tx.t;
  // Whoever removes the row decides: an answer and the timer may come in the same instant.
  const [check] = await tx.delete(m).where(eq(m.traceId, traceId)).returning();
  if (!check) return false;
  const { communityId, ownerKind, ownerId, fileId } = check;
  await clearTimer(tx, { communityId, kind: lateCheck, subjectId: traceId });
  await tellOwner(tx, { communityId, owner: { kind: ownerKind, id: ownerId }, fileId }, found, deps);
  return true;
};

const findings = { pass: 'clean', review: 'doubtful', risky: 'risky' } as const;

/** WeChat's answer about a picture or recording. What it could not look at is left to a person. */
export const mediaJudged: WechatEventHandler = async (tx, event, deps) => {
  const traceId = event['trace_id'];
  if (typeof traceId !== 'string') return true;
  const failed = event['errcode'] !== undefined && Number(event['errcode']) !== 0;
  const judgement = failed ? null : readJudgement(event['result']);
  const detail = judgement === null ? `error ${String(event['errcode'])}` : judgement.label;
  return settle(tx, traceId, { finding: judgement === null ? 'unseen' : findings[judgement.suggest], detail }, deps);
};

/** After half an hour a person decides in WeChat's place. */
export const mediaCheckTimers: Readonly<Record<string, TimerHandler>> = {
  [lateCheck]: {
    run: async (tx, { subjectId }, deps) => {
      await settle(tx, subjectId, { finding: 'unseen', detail: 'timeout' }, deps);
    },
  },
};
