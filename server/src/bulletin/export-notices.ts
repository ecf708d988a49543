import { and, asc, eq } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';

/** Notices that this member wrote, read and acknowledged, and doors that were handed to this member. */
export const exportNotices = async (db: Db, { communityId, residentId }: Actor) => {
  const { notices: n, noticeVersions: v, noticeReaders: r, noticeKnocks: k } = db.t;
  return {
    noticesWritten: await db
      .select({ noticeId: v.noticeId, version: v.version, at: v.at, title: v.title, body: v.body, status: n.status })
      .from(v)
      .innerJoin(n, and(eq(n.communityId, v.communityId), eq(n.id, v.noticeId)))
      .where(and(eq(v.communityId, communityId), eq(v.byId, residentId)))
      .orderBy(asc(v.at)),
    noticesRead: await db.select().from(r).where(and(eq(r.communityId, communityId), eq(r.residentId, residentId))),
    knocks: await db.select().from(k).where(and(eq(k.communityId, communityId), eq(k.helperId, residentId))),
  };
};
