import { reachedLevel, stateOfLevel } from '@bandeng/shared/bulletin/delivery.ts';
import type { DeliveryState } from '@bandeng/shared/bulletin/vocabulary.ts';
import { and, asc, count, eq, gt, isNotNull, isNull, min, sql, type SQL } from 'drizzle-orm';
import { after } from '../community/paging.ts';
import type { Db } from '../platform/store/store.ts';
import { dwellingsIn, isEmpty, type Listener, type Places } from './audience.ts';
import type { NoticeRecord } from './rows.ts';

type Asked = Pick<NoticeRecord, 'communityId' | 'id' | 'version' | 'needsAck'>;

/** The levels of the shared rule (`dwellingState`), best of the people of each dwelling and of what was told at its door. */
const levelOf = (db: Db, version: number): SQL<number> => {
  const { noticeReaders: p, noticeKnocks: k, residents: r } = db.t;
  return sql<number>`max(case when ${k.result} = 'told' and ${k.version} >= ${version} then 3 when ${p.ackVersion} >= ${version} then 3 when ${p.readVersion} >= ${version} then 2 when ${r.accountId} is not null then 1 else 0 end)`;
};

/** Every dwelling of the places with its level. One statement for all of them, along the indexes of the register. */
const levelsOf = (db: Db, { communityId, id, version }: Asked, places: Places, more: { where?: SQL | undefined; having?: SQL | undefined } = {}) => {
  const { dwellings: d, tenures: t, residents: r, noticeReaders: p, noticeKnocks: k } = db.t;
  const level = levelOf(db, version);
  return db
    .select({ id: d.id, areaId: d.areaId, sortKey: d.sortKey, level: level.as('level') })
    .from(d)
    .leftJoin(t, and(eq(t.communityId, d.communityId), eq(t.dwellingId, d.id), isNull(t.until)))
    .leftJoin(r, and(eq(r.communityId, t.communityId), eq(r.id, t.residentId)))
    .leftJoin(p, and(eq(p.communityId, t.communityId), eq(p.noticeId, id), eq(p.residentId, t.residentId)))
    .leftJoin(k, and(eq(k.communityId, d.communityId), eq(k.noticeId, id), eq(k.dwellingId, d.id)))
    .where(and(isEmpty(places) ? sql`1 = 0` : dwellingsIn(db, communityId, places), more.where))
    .groupBy(d.id, d.areaId, d.sortKey)
    .having(more.having);
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

const missing = (db: Db, { version, needsAck }: Asked): SQL => sql`${levelOf(db, version)} < ${reachedLevel(needsAck)}`;

/** Dwellings that did not do what the notice asks for, in register order. */
export const listMissingDwellings = async (db: Db, notice: Asked, places: Places): Promise<string[]> => {
  const { dwellings: d } = db.t;
  const rows = await levelsOf(db, notice, places, { having: missing(db, notice) }).orderBy(asc(d.sortKey), asc(d.id));
  return rows.map(({ id }) => id);
};

/** The people of those dwellings, each once, by id. */
export const listMissingPeople = async (
  db: Db,
  notice: Asked,
  places: Places,
  { from = '', limit }: { from?: string; limit?: number } = {},
): Promise<Listener[]> => {
  const { tenures: t, residents: r } = db.t;
  const each = levelsOf(db, notice, places, { having: missing(db, notice) }).as('each_dwelling');
  const people = db
    .selectDistinct({ id: r.id, accountId: r.accountId })
    .from(each)
    .innerJoin(t, and(eq(t.communityId, notice.communityId), eq(t.dwellingId, each.id), isNull(t.until)))
    .innerJoin(r, and(eq(r.communityId, t.communityId), eq(r.id, t.residentId)))
    .where(gt(r.id, from))
    .orderBy(asc(r.id));
  return limit === undefined ? people : people.limit(limit);
};

export interface LevelFilter {
  readonly state?: DeliveryState | undefined;
  readonly missing?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const levelNumbers: Readonly<Record<DeliveryState, number>> = { 'not-registered': 0, 'not-reached': 1, read: 2, acknowledged: 3 };

/** One page of dwellings in register order, with one row more than it holds. */
export const pageLevels = async (db: Db, notice: Asked, places: Places, filter: LevelFilter) => {
  const { dwellings: d } = db.t;
  const level = levelOf(db, notice.version);
  const having = and(
    filter.state === undefined ? undefined : sql`${level} = ${levelNumbers[filter.state]}`,
    filter.missing === true ? missing(db, notice) : undefined,
  );
  return levelsOf(db, notice, places, { where: after(filter.cursor, d.sortKey, d.id), having })
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
