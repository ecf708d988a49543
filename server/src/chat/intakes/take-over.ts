import { composeIntake } from '@bandeng/shared/chat/intake.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../../platform/store/store.ts';
import { loadLabels } from '../moderation/load-labels.ts';

export interface TakenOver {
  /** In their order in the group. */
  readonly seqs: number[];
  readonly text: string;
  readonly fileIds: string[];
}

/**
 * What is said and shown in messages, with their authors. Refuses not-found, message-gone (one was recalled or
 * deleted), intake-empty.
 * @param written by whoever hands them on
 */
export const takeOver = async (
  db: Db,
  { communityId, groupId }: { readonly communityId: string; readonly groupId: string | undefined },
  written: string,
  seqs: readonly number[],
): Promise<Result<TakenOver>> => {
  const { messages: m } = db.t;
  if (groupId === undefined && seqs.length > 0) return refuse('not-found', { field: 'groupId' });
  const rows =
    groupId === undefined || seqs.length === 0
      ? []
      : await db
          .select({ seq: m.seq, authorId: m.authorId, kind: m.kind, text: m.text, body: m.body, state: m.state })
          .from(m)
          .where(and(eq(m.communityId, communityId), eq(m.groupId, groupId), inArray(m.seq, [...seqs])))
          .orderBy(asc(m.seq));
  if (rows.length !== seqs.length) return refuse('not-found', { field: 'seqs' });
  if (rows.some(({ state }) => state !== 'shown')) return refuse('message-gone', { field: 'seqs' });
  const labelOf = await loadLabels(db, communityId, rows.map(({ authorId }) => [groupId ?? '', authorId] as const));
  const lines = rows.map(({ authorId, kind, text, body }) => {
    const label = authorId === null ? '' : labelOf(groupId ?? '', authorId).label;
    return { label, kind, text, fileName: body.fileName ?? '' };
  });
  const text = composeIntake(written, lines);
  if (text === '') return refuse('intake-empty', { field: 'text' });
  return ok({ seqs: rows.map(({ seq }) => seq), text, fileIds: rows.flatMap(({ body }) => body.fileId ?? []) });
};
