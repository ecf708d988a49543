import { forgottenLabel } from '@bandeng/shared/chat/name-member.ts';
import type { Message } from '@bandeng/shared/chat/schemas.ts';
import { and, eq, inArray, like, or, sql } from 'drizzle-orm';
import type { Tx } from '../../platform/store/store.ts';
import { groupChannel } from '../append-message.ts';

interface Named {
  readonly communityId: string;
  readonly groupId: string;
  readonly residentId: string;
  /** How the group showed the person so far. */
  readonly label: string;
}

/** Takes the name of somebody out of what the channel of a group keeps for those who resume. */
export const forgetName = async (tx: Tx, { communityId, groupId, residentId, label }: Named): Promise<void> => {
  const { channelEvents: e } = tx.t;
  const here = and(eq(e.communityId, communityId), eq(e.channel, groupChannel(groupId)));
  const text = sql`cast(${e.data} as text)`;
  const rows = await tx
    .select({ seq: e.seq, data: e.data })
    .from(e)
    .where(
      and(
        here,
        inArray(e.type, ['message-posted', 'message-changed']),
        or(like(text, `%"${residentId}"%`), like(text, `%${JSON.stringify(label)}%`)),
      ),
    );
  const unnamed = <T extends { readonly label: string }>(one: T): T =>
    one.label === label ? { ...one, label: forgottenLabel } : one;
  for (const { seq, data } of rows) {
    const { author, quote, event, ...message } = data as Message;
    const forgotten: Message = {
      ...message,
      author: author?.id === residentId ? { ...author, label: forgottenLabel, badge: null } : author,
      quote: quote && unnamed(quote),
      event: event && unnamed(event),
    };
    await tx
      .update(e)
      .set({ data: forgotten })
      .where(and(here, eq(e.seq, seq)));
  }
};
