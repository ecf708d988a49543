import { and, asc, eq } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';

/** Groups, messages and what became of them, as far as they are this member's own; not who kept order. */
export const exportChat = async (db: Db, { communityId, residentId }: Actor) => {
  const { groupMembers: g, messages: m, heldMessages: h, messageReporters: r, messageAppeals: a, intakes: i, moderationLog: l } = db.t;
  return {
    groups: await db.select().from(g).where(and(eq(g.communityId, communityId), eq(g.residentId, residentId))),
    chatMessages: await db
      .select({ groupId: m.groupId, seq: m.seq, at: m.at, kind: m.kind, text: m.text, body: m.body, state: m.state })
      .from(m)
      .where(and(eq(m.communityId, communityId), eq(m.authorId, residentId)))
      .orderBy(asc(m.at)),
    heldMessages: await db
      .select({ groupId: h.groupId, sentAs: h.sentAs, input: h.input, at: h.at, reason: h.reason, status: h.status, decidedAt: h.decidedAt, decidedReason: h.decidedReason })
      .from(h)
      .where(and(eq(h.communityId, communityId), eq(h.authorId, residentId))),
    reportsMade: await db.select().from(r).where(and(eq(r.communityId, communityId), eq(r.residentId, residentId))),
    appeals: await db
      .select({ groupId: a.groupId, seq: a.seq, text: a.text, at: a.at, status: a.status, decidedAt: a.decidedAt, reason: a.reason })
      .from(a)
      .where(and(eq(a.communityId, communityId), eq(a.byId, residentId))),
    intakes: await db.select().from(i).where(and(eq(i.communityId, communityId), eq(i.byId, residentId))),
    moderation: await db
      .select({ at: l.at, action: l.action, groupId: l.groupId, seq: l.seq, reason: l.reason })
      .from(l)
      .where(and(eq(l.communityId, communityId), eq(l.aboutId, residentId)))
      .orderBy(asc(l.at)),
  };
};
