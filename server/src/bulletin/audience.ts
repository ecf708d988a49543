import { subtreeOf, type AreaNode } from '@bandeng/shared/community/area-tree.ts';
import type { ScopeIds } from '@bandeng/shared/bulletin/scope.ts';
import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { and, count, eq, gt, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';
import { expandBodies } from './load-mine.ts';

/** Areas that dwellings may lie in, the scope taken down the tree; 'all' for the whole community. */
export type Places = 'all' | ReadonlySet<string>;

/** What lies in the scope, down the tree; with `within`, of that only what lies in it too. */
export const placesOf = (areas: readonly AreaNode[], areaIds: readonly string[], within: Places = 'all'): Places => {
  const below = subtreeOf(areas, areaIds);
  const places = within === 'all' ? below : new Set([...below].filter((id) => within.has(id)));
  const holding = areas.filter(({ kind }) => kind !== 'district' && kind !== 'street');
  return holding.length > 0 && holding.every(({ id }) => places.has(id)) ? 'all' : places;
};

export const isEmpty = (places: Places): boolean => places !== 'all' && places.size === 0;

/** Dwellings of the register in these places. */
export const dwellingsIn = (db: Db, communityId: string, places: Places): SQL | undefined => {
  const { dwellings: d } = db.t;
  return and(eq(d.communityId, communityId), isNull(d.removedAt), places === 'all' ? undefined : inArray(d.areaId, [...places]));
};

/** Dwellings in these places, and those of them where nobody has an account. */
export const countDwellings = async (db: Db, communityId: string, places: Places): Promise<{ dwellings: number; unregistered: number }> => {
  if (isEmpty(places)) return { dwellings: 0, unregistered: 0 };
  const { dwellings: d, tenures: t, residents: r } = db.t;
  const each = db
    .select({ id: d.id, accounts: count(r.accountId).as('accounts') })
    .from(d)
    .leftJoin(t, and(eq(t.communityId, d.communityId), eq(t.dwellingId, d.id), isNull(t.until)))
    .leftJoin(r, and(eq(r.communityId, t.communityId), eq(r.id, t.residentId)))
    .where(dwellingsIn(db, communityId, places))
    .groupBy(d.id)
    .as('each_dwelling');
  const [found] = await db
    .select({ dwellings: count(), unregistered: count(sql`case when ${each.accounts} = 0 then 1 end`) })
    .from(each);
  return found ?? { dwellings: 0, unregistered: 0 };
};

/** Somebody whom a notice is for. */
export interface Listener {
  readonly id: string;
  readonly accountId: string | null;
}

interface Window {
  /** Only those after this resident, by id. */
  readonly after?: string;
  readonly limit?: number;
}

/** Seats held in any of these bodies on a day. */
export const seatsIn = (db: Db, communityId: string, bodyIds: readonly string[], day: string): SQL | undefined => {
  const { bodyMembers: m } = db.t;
  return and(
    eq(m.communityId, communityId),
    inArray(m.bodyId, [...bodyIds]),
    lte(m.from, day),
    or(isNull(m.until), gt(m.until, day)),
  );
};

/**
 * Everybody whom a scope holds, each once, by id: who lives in or owns one of its dwellings, or sits in one of its bodies.
 * One statement, whatever the size.
 */
export const listListeners = async (
  db: Db,
  communityId: string,
  places: Places,
  scope: Pick<ScopeIds, 'bodyIds'>,
  now: number,
  { after = '', limit }: Window = {},
): Promise<Listener[]> => {
  const { dwellings: d, tenures: t, residents: r, bodyMembers: m } = db.t;
  const bodyIds = await expandBodies(db, communityId, scope.bodyIds);
  const columns = { id: r.id, accountId: r.accountId };
  const dwellers = db
    .select(columns)
    .from(d)
    .innerJoin(t, and(eq(t.communityId, d.communityId), eq(t.dwellingId, d.id), isNull(t.until)))
    .innerJoin(r, and(eq(r.communityId, t.communityId), eq(r.id, t.residentId)))
    .where(and(isEmpty(places) ? sql`1 = 0` : dwellingsIn(db, communityId, places), gt(r.id, after)));
  const members = db
    .select(columns)
    .from(m)
    .innerJoin(r, and(eq(r.communityId, m.communityId), eq(r.id, m.residentId)))
    .where(and(bodyIds.length === 0 ? sql`1 = 0` : seatsIn(db, communityId, bodyIds, dayAt(now)), gt(r.id, after)));
  // By its first column, the id: SQLite orders a union by what stands in its result only.
  const both = dwellers.union(members).orderBy(sql`1`);
  return limit === undefined ? both : both.limit(limit);
};
