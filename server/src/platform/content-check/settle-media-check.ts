import { eq } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { WechatEventHandler } from '../engine.ts';
import type { TimerHandler } from '../jobs/timer-handler.ts';
import { clearTimer } from '../jobs/timers.ts';
import type { Tx } from '../store/store.ts';
import { readJudgement } from '../wechat/check-content.ts';
import type { Verdict } from './content-check.ts';

/** Timer of an answer that does not come; WeChat promises it within this time. */
export const lateCheck = 'media-check-late';
export const lateMs = 30 * 60_000;

/** Hands a verdict to the engine that waits for it, once. False for a trace that nobody waits for. */
const settle = async (tx: Tx, traceId: string, verdict: Verdict, deps: Deps & { readonly now: number }): Promise<boolean> => {
  const { mediaChecks: m } = tx.t;
  // Whoever removes the row decides: an answer and the timer may come in the same instant.
  const [check] = await tx.delete(m).where(eq(m.traceId, traceId)).returning();
  if (!check) return false;
  const { communityId, ownerKind, ownerId } = check;
  const handle = deps.engines.map((engine) => engine.mediaChecked?.[ownerKind]).find((found) => found !== undefined);
  if (!handle) throw new Error(`no engine hears of checks for ${ownerKind}`);
  await clearTimer(tx, { communityId, kind: lateCheck, subjectId: traceId });
  await handle(tx, { communityId, ownerId, verdict }, deps);
  return true;
};

/** WeChat's answer about a picture or recording. What it could not look at is left to a person. */
export const mediaJudged: WechatEventHandler = async (tx, event, deps) => {
  const traceId = event['trace_id'];
  if (typeof traceId !== 'string') return true;
  const failed = event['errcode'] !== undefined && Number(event['errcode']) !== 0;
  const judgement = failed ? null : readJudgement(event['result']);
  const detail = judgement === null ? `error ${String(event['errcode'])}` : judgement.label;
  const verdict: Verdict = judgement?.suggest === 'pass' ? { pass: true } : { pass: false, reason: 'check', detail };
  return settle(tx, traceId, verdict, deps);
};

/** After half an hour a person decides in WeChat's place. */
export const mediaCheckTimers: Readonly<Record<string, TimerHandler>> = {
  [lateCheck]: {
    run: async (tx, { subjectId }, deps) => {
      await settle(tx, subjectId, { pass: false, reason: 'check', detail: 'timeout' }, deps);
    },
  },
};
