import type { Intake } from '@bandeng/shared/chat/schemas.ts';
import { withdrawLine } from '@bandeng/shared/chat/intake.ts';
import { and, eq, gte } from 'drizzle-orm';
import type { Tx } from '../../platform/store/store.ts';
import { loadLabels } from '../moderation/load-labels.ts';
import type { MessageRow } from '../rows.ts';
import type { IntakeRow } from './intake-scope.ts';

/** The replies that retries of handing it on and of answering it would get: all are younger than itself. */
const rewriteReplies = async (tx: Tx, { communityId, id, at }: IntakeRow, text: string, fileIds: readonly string[]): Promise<void> => {
  const { commands: c } = tx.t;
  const since = and(eq(c.communityId, communityId), gte(c.at, at));
  const rows = await tx.select({ actorId: c.actorId, commandId: c.commandId, outcome: c.outcome }).from(c).where(since);
  for (const { actorId, commandId, outcome } of rows) {
    const { value } = outcome as { value?: Partial<Intake> };
    if (value?.id !== id || value.files === undefined) continue;
    const files = value.files.filter((file) => fileIds.includes(file.id));
    await tx
      .update(c)
      .set({ outcome: { ok: true, value: { ...value, text, files } } })
      .where(and(eq(c.communityId, communityId), eq(c.actorId, actorId), eq(c.commandId, commandId)));
  }
};

/**
 * To recall a message is to withdraw the consent to its use [个人信息保护法 art. 15, 47]: what was made of it within the two
 * minutes loses its words and its file, for handlers too. What whoever handed it on wrote is theirs, and stays.
 * @param message as it stood before
 */
export const forgetRecalled = async (tx: Tx, message: MessageRow): Promise<void> => {
  const { communityId, groupId, seq, authorId, kind, text, body } = message;
  if (authorId === null) return;
  const { intakes: i } = tx.t;
  const rows = await tx
    .select()
    .from(i)
    .where(and(eq(i.communityId, communityId), eq(i.groupId, groupId)));
  const naming = rows.filter(({ seqs }) => seqs.includes(seq));
  if (naming.length === 0) return;
  const { label } = (await loadLabels(tx, communityId, [[groupId, authorId]]))(groupId, authorId);
  for (const row of naming) {
    const kept = withdrawLine(row.text, { label, kind, text, fileName: body.fileName ?? '' });
    const fileIds = row.fileIds.filter((id) => id !== body.fileId);
    await tx
      .update(i)
      .set({ text: kept, fileIds })
      .where(and(eq(i.communityId, communityId), eq(i.id, row.id)));
    await rewriteReplies(tx, row, kept, fileIds);
  }
};
