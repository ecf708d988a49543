import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { publish } from '../platform/realtime/publish.ts';
import type { Tx } from '../platform/store/store.ts';
import { announceDelivery } from './announce-delivery.ts';
import type { NoticeRecord, ReaderRecord } from './rows.ts';
import { lockSeenNotice, type SeenNotice } from './see-notice.ts';

type MarkRead = typeof bulletinApi.markNoticeRead;

const isRow = ({ noticeReaders: p }: Tx['t'], { communityId, id }: NoticeRecord, residentId: string) =>
  and(eq(p.communityId, communityId), eq(p.noticeId, id), eq(p.residentId, residentId));

/**
 * Puts down how far a notice came with one person; marks never move back. The notice must be locked by this write. Tells
 * the person's other devices.
 * @returns whether anything changed
 */
export const putReader = async (
  tx: Tx,
  { notice, reader }: { readonly notice: NoticeRecord; readonly reader: ReaderRecord | undefined },
  residentId: string,
  reached: { readonly read: number; readonly ack: number },
  now: number,
): Promise<boolean> => {
  const { communityId, id: noticeId } = notice;
  const { noticeReaders: p } = tx.t;
  const read = reached.read > (reader?.readVersion ?? 0);
  const ack = reached.ack > (reader?.ackVersion ?? 0);
  if (!read && !ack) return false;
  if (!reader) {
    const row = { readVersion: reached.read, readAt: now, ackVersion: reached.ack, ackAt: ack ? now : null };
    await tx.insert(p).values({ communityId, noticeId, residentId, ...row });
  } else {
    await tx
      .update(p)
      .set({ ...(read ? { readVersion: reached.read, readAt: now } : {}), ...(ack ? { ackVersion: reached.ack, ackAt: now } : {}) })
      .where(isRow(tx.t, notice, residentId));
  }
  await publish(tx, communityId, `me:${residentId}`, 'notices-changed', { noticeId }, now);
  await announceDelivery(tx, notice, now);
  return true;
};

/** Marks the version that was shown as read. Whom the notice is not meant for leaves no mark. Refuses notice-changed for a version that is not there yet. */
export const markNoticeRead = async (input: CommandInput<MarkRead>): Promise<CommandResult<Reply<MarkRead>>> => {
  const { tx, actor, params, body, now } = input;
  const seen: SeenNotice | undefined = await lockSeenNotice(tx, actor, params.noticeId, now);
  if (!seen) return refuse('not-found');
  if (body.version > seen.notice.version) return refuse('notice-changed', { field: 'version' });
  if (seen.meant) await putReader(tx, seen, actor.residentId, { read: body.version, ack: 0 }, now);
  return ok({ done: true });
};
