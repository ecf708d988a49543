import type { MyPhoneRead, PhoneRead } from '@bandeng/shared/community/schemas.ts';
import type { PhonePage } from '@bandeng/shared/community/vocabulary.ts';
import { and, desc, eq, inArray, lt, or, type SQL } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';
import { decodeCursor, encodeCursor, pageOf } from './paging.ts';
import { loadPlaces, withPlace } from './places.ts';

interface Paged {
  readonly cursor?: string;
  readonly limit?: number;
}

/** Rows after a cursor, the latest first. */
const before = (db: Db, cursor: string | undefined): SQL | undefined => {
  const { phoneReads: p } = db.t;
  const position = decodeCursor(cursor);
  const at = Number(position?.[0]);
  if (position === null || !Number.isSafeInteger(at)) return undefined;
  return or(lt(p.lastAt, at), and(eq(p.lastAt, at), lt(p.id, position[1])));
};

const selectReads = async (db: Db, communityId: string, where: SQL | undefined, { cursor, limit = 50 }: Paged) => {
  const { phoneReads: p, residents: r } = db.t;
  return db
    .select({ read: p, reader: r.name })
    .from(p)
    .leftJoin(r, and(eq(r.communityId, p.communityId), eq(r.id, p.readerId)))
    .where(and(eq(p.communityId, communityId), where, before(db, cursor)))
    .orderBy(desc(p.lastAt), desc(p.id))
    .limit(limit + 1);
};

type Row = Awaited<ReturnType<typeof selectReads>>[number];

const cursorOf = ({ read }: Row) => encodeCursor(String(read.lastAt), read.id);

const presentMine = ({ read, reader }: Row): MyPhoneRead => ({
  id: read.id,
  page: read.page as PhonePage,
  reader: reader ?? '',
  firstAt: read.firstAt,
  lastAt: read.lastAt,
  times: read.times,
});

/** Who looked at whose phone number, the latest first; for those who watch over it. Never a number. */
export const listPhoneReads = async (db: Db, communityId: string, query: Paged) => {
  const rows = await selectReads(db, communityId, undefined, query);
  const { residents: r, claims: c } = db.t;
  const of = (kind: string) => rows.filter(({ read }) => read.subjectKind === kind).map(({ read }) => read.subjectId);
  const [people, claims] = [of('resident'), of('claim')];
  const places = await loadPlaces(db, communityId, people);
  const named = people.length === 0 ? [] : await db.select({ id: r.id, name: r.name }).from(r).where(and(eq(r.communityId, communityId), inArray(r.id, people)));
  const claimed = claims.length === 0 ? [] : await db.select({ id: c.id, name: c.name }).from(c).where(and(eq(c.communityId, communityId), inArray(c.id, claims)));
  const labels = new Map([
    ...named.map(({ id, name }) => [id, withPlace(name, places.get(id))] as const),
    ...claimed.map(({ id, name }) => [id, name] as const),
  ]);
  const show = (row: Row): PhoneRead => ({ ...presentMine(row), whose: labels.get(row.read.subjectId) ?? '' });
  return pageOf(rows, query.limit ?? 50, cursorOf, show);
};

/** Who looked at my number: as a resident, and on my claims. */
export const listMyPhoneReads = async (db: Db, { communityId, residentId, accountId }: Actor, query: Paged) => {
  const { phoneReads: p, claims: c } = db.t;
  const mine = await db
    .select({ id: c.id })
    .from(c)
    .where(and(eq(c.communityId, communityId), eq(c.accountId, accountId)));
  const subjects = [residentId, ...mine.map(({ id }) => id)];
  const rows = await selectReads(db, communityId, inArray(p.subjectId, subjects), query);
  return pageOf(rows, query.limit ?? 50, cursorOf, presentMine);
};
