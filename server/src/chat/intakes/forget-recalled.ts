import type { Intake } from '@bandeng/shared/chat/schemas.ts';
import { withdrawLine } from '@bandeng/shared/chat/intake.ts';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../platform/store/store.ts';
import { loadLabels } from '../moderation/load-labels.ts';
import type { MessageRow } from '../rows.ts';
import type { IntakeRow } from './intake-scope.ts';

/** The reply that a retry of handing it on would get. */
const rewriteReply = async (tx: Tx, { communityId, id, byId }: IntakeRow, text: string, fileIds: readonly string[]): Promise<void> => {
  const { commands: c, residents: r } = tx.t;
  const [by] = await tx
    .select({ accountId: r.accountId })
    .from(r)
    .where(and(eq(r.communityId, communityId), eq(r.id, byId)));
  if (!by || by.accountId === null) return;
  const mine = and(eq(c.communityId, communityId), eq(c.actorId, by.accountId));
  const rows = await tx.select({ commandId: c.commandId, outcome: c.outcome }).from(c).where(mine);
  for (const { commandId, outcome } of rows) {
    const { value } = outcome as { value?: Partial<Intake> };
    if (value?.id !== id || value.files === undefined) continue;
    const files = value.files.filter((file) => fileIds.includes(file.id));
    await tx
      .update(c)
      .set({ outcome: { ok: true, value: { ...value, text, files } } })
      .where(and(mine, eq(c.commandId, commandId)));
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
    await rewriteReply(tx, row, kept, fileIds);
  }
};
