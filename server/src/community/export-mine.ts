import { and, asc, eq, inArray, or } from 'drizzle-orm';
import { exportNotices } from '../bulletin/export-notices.ts';
import { exportChat } from '../chat/export-chat.ts';
import { exportOutreach } from '../outreach/export-outreach.ts';
import { listConsents } from '../platform/auth/privacy-consent.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';
import { listMyPhoneReads } from './list-phone-reads.ts';

/** Without the columns that say only whose row it is. */
const bare = (rows: readonly object[]): object[] =>
  rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'communityId' && key !== 'accountId')),
  );

const aboutMe = async (db: Db, { communityId, residentId, accountId }: Actor) => {
  const { residents: r, tenures: t, dwellings: d, bodyMembers: m, duties, claims: c, files: f, registerLog: l } = db.t;
  const tenures = await db
    .select({ id: t.id, kind: t.kind, from: t.from, until: t.until, endReason: t.endReason, dwelling: d.registerKey })
    .from(t)
    .innerJoin(d, and(eq(d.communityId, t.communityId), eq(d.id, t.dwellingId)))
    .where(and(eq(t.communityId, communityId), eq(t.residentId, residentId)))
    .orderBy(asc(t.from));
  const seats = await db
    .select()
    .from(m)
    .where(and(eq(m.communityId, communityId), eq(m.residentId, residentId)));
  const held = await db
    .select()
    .from(duties)
    .where(and(eq(duties.communityId, communityId), eq(duties.residentId, residentId)));
  const claims = await db
    .select()
    .from(c)
    .where(and(eq(c.communityId, communityId), eq(c.accountId, accountId)));
  const subjects = [residentId, ...[...tenures, ...seats, ...held, ...claims].map(({ id }) => id)];
  return {
    resident: await db
      .select()
      .from(r)
      .where(and(eq(r.communityId, communityId), eq(r.id, residentId))),
    tenures,
    seats,
    duties: held,
    claims,
    files: await db
      .select()
      .from(f)
      .where(and(eq(f.communityId, communityId), eq(f.uploadedBy, residentId))),
    log: await db
      .select()
      .from(l)
      .where(and(eq(l.communityId, communityId), or(eq(l.byId, residentId), inArray(l.subjectId, subjects))))
      .orderBy(asc(l.at)),
  };
};

/** Open ballots are mine; what I voted in secret is linked to nobody, so it is not here. */
const saidByMe = async (db: Db, { communityId, residentId }: Actor) => {
  const { rollEntries: e, openBallots: b, comments: c, objections: o, ratings: r, matters: m } = db.t;
  return {
    rolls: await db
      .select()
      .from(e)
      .where(and(eq(e.communityId, communityId), eq(e.voterId, residentId))),
    openBallots: await db
      .select()
      .from(b)
      .where(and(eq(b.communityId, communityId), eq(b.voterId, residentId))),
    comments: await db
      .select()
      .from(c)
      .where(and(eq(c.communityId, communityId), eq(c.byId, residentId))),
    objections: await db
      .select()
      .from(o)
      .where(and(eq(o.communityId, communityId), eq(o.byId, residentId))),
    ratings: await db
      .select()
      .from(r)
      .where(and(eq(r.communityId, communityId), eq(r.residentId, residentId))),
    proposed: await db
      .select({ id: m.id, number: m.number, title: m.title, createdAt: m.createdAt })
      .from(m)
      .where(and(eq(m.communityId, communityId), eq(m.proposerId, residentId))),
  };
};

/** Everything this community stores about me [个人信息保护法 art. 45]. */
export const exportMine = async (db: Db, actor: Actor, now: number) => {
  const parts = {
    ...(await aboutMe(db, actor)),
    phoneReads: (await listMyPhoneReads(db, actor, { limit: 1000 })).items,
    consents: await listConsents(db, actor.accountId),
    ...(await saidByMe(db, actor)),
    ...(await exportChat(db, actor)),
    ...(await exportNotices(db, actor)),
    ...(await exportOutreach(db, actor)),
  };
  return { at: now, data: Object.fromEntries(Object.entries(parts).map(([name, rows]) => [name, bare(rows)])) };
};
