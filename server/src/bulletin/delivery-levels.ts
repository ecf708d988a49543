import { levels, reachedLevel, stateOfLevel } from '@bandeng/shared/bulletin/delivery.ts';
import type { DeliveryState } from '@bandeng/shared/bulletin/vocabulary.ts';
import { and, asc, count, eq, gt, gte, isNotNull, isNull, min, or, sql, type SQL } from 'drizzle-orm';
import { after } from '../community/paging.ts';
import type { Db } from '../platform/store/store.ts';
import { dwellingsIn, isEmpty, type Listener, type Places } from './audience.ts';
import type { NoticeRecord } from './rows.ts';

type Asked = Pick<NoticeRecord, 'communityId' | 'id' | 'version' | 'needsAck'>;

/**
 * The level of a dwelling by the shared rule (`dwellingState`): best of what was told at its door and of its people. Each
 * table is asked by its whole key from within the row above it. Joins leave PostgreSQL the choice of half a key, which it
 * takes while its statistics lag behind a register just imported: a minute for 12,000 doors.
 */
const levelOf = (db: Db, { id, version }: Asked): SQL<number> => {
  const { dwellings: d, tenures: t, residents: r, noticeReaders: p, noticeKnocks: k } = db.t;
  const told = db
    .select({ level: sql`3` })
    .from(k)
    .where(and(eq(k.communityId, d.communityId), eq(k.noticeId, id), eq(k.dwellingId, d.id), eq(k.result, 'told'), gte(k.version, version)));
  const answered = db
    .select({ level: sql`case when ${p.ackVersion} >= ${version} then 3 else 2 end` })
    .from(p)
    .where(and(eq(p.communityId, t.communityId), eq(p.noticeId, id), eq(p.residentId, t.residentId), or(gte(p.ackVersion, version), gte(p.readVersion, version))));
  const registered = db
    .select({ level: sql`1` })
    .from(r)
    .where(and(eq(r.communityId, t.communityId), eq(r.id, t.residentId), isNotNull(r.accountId)));
  const people = db
    .select({ level: sql`max(coalesce(${answered}, ${registered}, 0))` })
    .from(t)
    .where(and(eq(t.communityId, d.communityId), eq(t.dwellingId, d.id), isNull(t.until)));
  return sql<number>`coalesce(${told}, ${people}, 0)`;
};

const inPlaces = (db: Db, communityId: string, places: Places): SQL | undefined =>
  isEmpty(places) ? sql`1 = 0` : dwellingsIn(db, communityId, places);

/** Every dwelling of the places with its level. One statement for all of them, along the indexes of the register. */
const levelsOf = (db: Db, notice: Asked, places: Places, where?: SQL) => {
  const { dwellings: d } = db.t;
  return db
    .select({ id: d.id, areaId: d.areaId, sortKey: d.sortKey, level: levelOf(db, notice).as('level') })
    .from(d)
    .where(and(inPlaces(db, notice.communityId, places), where));
};

/** Dwellings by unit and state, in the order of the register. */
export const countLevels = async (db: Db, notice: Asked, places: Places): Promise<{ areaId: string; state: DeliveryState; dwellings: number }[]> => {
  const each = levelsOf(db, notice, places).as('each_dwelling');
  const first = min(each.sortKey);
  const rows = await db
    .select({ areaId: each.areaId, level: each.level, dwellings: count(), first })
    .from(each)
    .groupBy(each.areaId, each.level)
    .orderBy(asc(first));
  return rows.map(({ areaId, level, dwellings }) => ({ areaId, state: stateOfLevel(level), dwellings }));
};

const missing = (db: Db, notice: Asked): SQL => sql`${levelOf(db, notice)} < ${reachedLevel(notice.needsAck)}`;

/** Dwellings that did not do what the notice asks for, in register order. */
export const listMissingDwellings = async (db: Db, notice: Asked, places: Places): Promise<string[]> => {
  const { dwellings: d } = db.t;
  const rows = await db
    .select({ id: d.id })
    .from(d)
    .where(and(inPlaces(db, notice.communityId, places), missing(db, notice)))
    .orderBy(asc(d.sortKey), asc(d.id));
  return rows.map(({ id }) => id);
};

/** The people of those dwellings, each once, by id. */
export const listMissingPeople = async (
  db: Db,
  notice: Asked,
  places: Places,
  { from = '', limit }: { from?: string; limit?: number } = {},
): Promise<Listener[]> => {
  const { dwellings: d, tenures: t, residents: r } = db.t;
  const late = db
    .select({ id: d.id })
    .from(d)
    .where(and(eq(d.communityId, t.communityId), eq(d.id, t.dwellingId), inPlaces(db, notice.communityId, places), missing(db, notice)));
  const account = db
    .select({ accountId: r.accountId })
    .from(r)
    .where(and(eq(r.communityId, t.communityId), eq(r.id, t.residentId)));
  const people = db
    .selectDistinct({ id: t.residentId, accountId: sql<string | null>`${account}`.as('account_id') })
    .from(t)
    .where(and(eq(t.communityId, notice.communityId), isNull(t.until), gt(t.residentId, from), sql`${late} is not null`))
    .orderBy(asc(t.residentId));
  return limit === undefined ? people : people.limit(limit);
};

export interface LevelFilter {
  readonly state?: DeliveryState | undefined;
  readonly missing?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** One page of dwellings in register order, with one row more than it holds. */
export const pageLevels = async (db: Db, notice: Asked, places: Places, filter: LevelFilter) => {
  const { dwellings: d } = db.t;
  const wanted = and(
    after(filter.cursor, d.sortKey, d.id),
    filter.state === undefined ? undefined : sql`${levelOf(db, notice)} = ${levels.indexOf(filter.state)}`,
    filter.missing === true ? missing(db, notice) : undefined,
  );
  return levelsOf(db, notice, places, wanted)
    .orderBy(asc(d.sortKey), asc(d.id))
    .limit(filter.limit + 1);
};

/** Registered people of dwellings. */
export const listRegistered = (db: Db, communityId: string, dwellingIds: SQL) => {
  const { tenures: t, residents: r } = db.t;
  return db
    .select({ dwellingId: t.dwellingId, residentId: r.id, name: r.name, alias: r.alias })
    .from(t)
    .innerJoin(r, and(eq(r.communityId, t.communityId), eq(r.id, t.residentId)))
    .where(and(eq(t.communityId, communityId), dwellingIds, isNull(t.until), isNotNull(r.accountId)))
    .orderBy(asc(t.from), asc(t.id));
};
