import type { ResidentRow } from '@bandeng/shared/community/schemas.ts';
import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { and, asc, eq, exists, isNull, or, type SQL } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';
import { matchesPlace } from './match-place.ts';
import { loadGrants, rolesOf } from './members.ts';
import { after, alike, containing, encodeCursor, pageOf } from './paging.ts';
import { loadPlaces, withPlace } from './places.ts';

export const residentExists = async (db: Db, communityId: string, residentId: string): Promise<boolean> => {
  const { residents: r } = db.t;
  const [found] = await db
    .select({ id: r.id })
    .from(r)
    .where(and(eq(r.communityId, communityId), eq(r.id, residentId)));
  return found !== undefined;
};

/** By name, or by the place of a dwelling that somebody belongs to now. */
const matches = (db: Db, search: string): SQL | undefined => {
  const { residents: r, tenures: t, dwellings: d } = db.t;
  const lives = db
    .select({ id: t.id })
    .from(t)
    .innerJoin(d, and(eq(d.communityId, t.communityId), eq(d.id, t.dwellingId)))
    .where(and(eq(t.communityId, r.communityId), eq(t.residentId, r.id), isNull(t.until), matchesPlace(db, search)));
  return or(alike(r.name, containing(search)), exists(lives));
};

const keepsRosters = ({ roles }: Actor): boolean =>
  roles.some((role) => role === 'administrator' || role === 'branch-committee' || role === 'residents-committee');

/**
 * Residents by name, for those who fill rosters or name witnesses; the latter see names and places only. Phone numbers
 * only for an administrator; party membership for nobody: it is read from the roster of the branch alone.
 */
export const listResidents = async (
  db: Db,
  actor: Actor,
  query: { readonly search?: string; readonly cursor?: string; readonly limit?: number },
  now: number,
) => {
  const { residents: r } = db.t;
  const { communityId } = actor;
  const limit = query.limit ?? 50;
  const rows = await db
    .select({ id: r.id, name: r.name, phone: r.phone, accountId: r.accountId })
    .from(r)
    .where(
      and(
        eq(r.communityId, communityId),
        query.search?.trim() ? matches(db, query.search) : undefined,
        after(query.cursor, r.name, r.id),
      ),
    )
    .orderBy(asc(r.name), asc(r.id))
    .limit(limit + 1);
  const places = await loadPlaces(
    db,
    communityId,
    rows.map(({ id }) => id),
  );
  const roles = new Map<string, ResidentRow['roles']>();
  const full = keepsRosters(actor);
  for (const { id } of full ? rows.slice(0, limit) : []) {
    const held = rolesOf(await loadGrants(db, communityId, id, dayAt(now)));
    roles.set(
      id,
      held.filter((role) => role !== 'party-member'),
    );
  }
  const seesPhones = actor.roles.includes('administrator');
  return pageOf(
    rows,
    limit,
    (row) => encodeCursor(row.name, row.id),
    (row): ResidentRow => ({
      id: row.id,
      name: row.name,
      phone: seesPhones ? row.phone : null,
      label: withPlace(row.name, places.get(row.id)),
      bound: full ? row.accountId !== null : null,
      roles: roles.get(row.id) ?? null,
    }),
  );
};
