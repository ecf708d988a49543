import type { ReportReason } from '@bandeng/shared/chat/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Act } from '../../community/act.ts';
import type { Tx } from '../../platform/store/store.ts';
import { lockSeenGroup } from '../load-group.ts';
import { findMessage } from '../load-message.ts';

/** The one report of a message, made or opened again: somebody new sees something that was found harmless before. */
const openReport = async (
  tx: Tx,
  at: { readonly communityId: string; readonly groupId: string; readonly seq: number },
  newId: () => string,
  now: number,
): Promise<string> => {
  const { messageReports: r } = tx.t;
  const here = and(eq(r.communityId, at.communityId), eq(r.groupId, at.groupId), eq(r.seq, at.seq));
  const [found] = await tx.select({ id: r.id, status: r.status }).from(r).where(here);
  if (found?.status === 'open') return found.id;
  const open = { at: now, status: 'open', decidedBy: null, decidedAt: null, reason: '' };
  if (found === undefined) {
    const id = newId();
    await tx.insert(r).values({ ...at, id, ...open });
    return id;
  }
  await tx.update(r).set(open).where(here);
  return found.id;
};

/**
 * Shows a message of a group one is in to those who keep order there; what several people say adds up in one report.
 * Refuses not-found, message-gone, own-message, already-reported.
 */
export const reportMessage = async (
  { tx, actor, now, newId }: Act,
  input: { readonly groupId: string; readonly seq: number; readonly reason: ReportReason; readonly note: string },
): Promise<Result<{ done: true }>> => {
  const { communityId, residentId } = actor;
  const { groupId, seq, reason, note } = input;
  const seen = await lockSeenGroup(tx, actor, groupId);
  const message = seen && (await findMessage(tx, communityId, groupId, seq));
  if (!message || message.authorId === null) return refuse('not-found');
  if (message.state !== 'shown') return refuse('message-gone');
  if (message.authorId === residentId) return refuse('own-message');
  const { messageReports: r, messageReporters: p } = tx.t;
  const [mine] = await tx
    .select({ id: p.reportId })
    .from(p)
    .innerJoin(r, and(eq(r.communityId, p.communityId), eq(r.id, p.reportId)))
    .where(and(eq(r.communityId, communityId), eq(r.groupId, groupId), eq(r.seq, seq), eq(p.residentId, residentId)));
  if (mine !== undefined) return refuse('already-reported');
  const reportId = await openReport(tx, { communityId, groupId, seq }, newId, now);
  await tx.insert(p).values({ communityId, reportId, residentId, reason, note, at: now });
  return ok({ done: true });
};
