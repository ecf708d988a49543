import { and, asc, desc, eq, gt, lt, ne, sql } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';

export interface MentionAsked {
  readonly communityId: string;
  readonly groupId: string;
  /** Whom it names; null for everyone. */
  readonly residentId: string | null;
  /** Between these, neither included. */
  readonly after: number;
  readonly before?: number;
  readonly which: 'oldest' | 'newest';
}

/** A shown message of somebody else that mentions somebody, or one that mentions everyone. Ids hold no sign that JSON writes in another way. */
export const findMention = async (db: Db, asked: MentionAsked): Promise<{ seq: number; at: number } | undefined> => {
  const { communityId, groupId, residentId, after, before, which } = asked;
  const { messages: m } = db.t;
  const named = sql`cast(${m.mentions} as text) like ${`%"${residentId ?? ''}"%`}`;
  const [found] = await db
    .select({ seq: m.seq, at: m.at })
    .from(m)
    .where(
      and(
        eq(m.communityId, communityId),
        eq(m.groupId, groupId),
        gt(m.seq, after),
        before === undefined ? undefined : lt(m.seq, before),
        eq(m.state, 'shown'),
        residentId === null ? eq(m.mentionsAll, true) : and(ne(m.authorId, residentId), named),
      ),
    )
    .orderBy(which === 'oldest' ? asc(m.seq) : desc(m.seq))
    .limit(1);
  return found;
};
