import { and, asc, eq } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';

/** What is stored about how a member is told of things: for the export of the own data. */
export const exportOutreach = async (db: Db, { communityId, residentId, accountId }: Actor) => {
  const { outreachChoices: c, outreachConsents: a, outbox: o } = db.t;
  return {
    outreachChoices: await db
      .select({ off: c.off })
      .from(c)
      .where(and(eq(c.communityId, communityId), eq(c.residentId, residentId))),
    outreachConsents: await db
      .select({ template: a.template, remaining: a.remaining, at: a.at })
      .from(a)
      .where(eq(a.accountId, accountId)),
    messages: await db
      .select({ channel: o.channel, category: o.category, data: o.data, status: o.status, at: o.at, doneAt: o.doneAt })
      .from(o)
      .where(and(eq(o.communityId, communityId), eq(o.residentId, residentId)))
      .orderBy(asc(o.at)),
  };
};
