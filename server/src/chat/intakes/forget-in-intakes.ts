import { renameAuthor } from '@bandeng/shared/chat/intake.ts';
import { forgottenLabel } from '@bandeng/shared/chat/name-member.ts';
import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../platform/store/store.ts';
import type { IntakeRow } from './intake-scope.ts';

interface Named {
  readonly communityId: string;
  readonly groupId: string;
  readonly residentId: string;
  /** How the group showed the person so far. */
  readonly label: string;
}

/** Of a person's messages that were handed on the words stay, and the name before them goes. */
const renameIn = async (tx: Tx, row: IntakeRow, { residentId, groupId, label }: Named): Promise<void> => {
  const { messages: m, intakes: i } = tx.t;
  const { communityId, id, seqs } = row;
  const text = renameAuthor(row.text, label, forgottenLabel);
  if (text === row.text || seqs.length === 0) return;
  const said = and(eq(m.communityId, communityId), eq(m.groupId, groupId), inArray(m.seq, seqs), eq(m.authorId, residentId));
  const [own] = await tx.select({ seq: m.seq }).from(m).where(said).limit(1);
  if (own === undefined) return;
  await tx
    .update(i)
    .set({ text })
    .where(and(eq(i.communityId, communityId), eq(i.id, id)));
};

/** What the channel of an intake keeps of who handled it. */
const renameHandler = async (tx: Tx, { communityId, id }: IntakeRow, label: string): Promise<void> => {
  const { channelEvents: e } = tx.t;
  const here = and(eq(e.communityId, communityId), eq(e.channel, `intake:${id}`));
  const rows = await tx.select({ seq: e.seq, data: e.data }).from(e).where(here);
  for (const { seq, data } of rows) {
    if ((data as { handledBy?: unknown }).handledBy !== label) continue;
    await tx
      .update(e)
      .set({ data: { ...data, handledBy: forgottenLabel } })
      .where(and(here, eq(e.seq, seq)));
  }
};

/** Takes the name of somebody who deletes the account out of what was handed on in a group, and out of its channels. */
export const forgetInIntakes = async (tx: Tx, named: Named): Promise<void> => {
  const { intakes: i } = tx.t;
  const { communityId, groupId, residentId, label } = named;
  const rows = await tx
    .select()
    .from(i)
    .where(and(eq(i.communityId, communityId), eq(i.groupId, groupId)));
  for (const row of rows) {
    await renameIn(tx, row, named);
    if (row.handledBy === residentId) await renameHandler(tx, row, label);
  }
};
