import { dwellingLabel } from '@bandeng/shared/community/dwelling-label.ts';
import type { DwellingRow, Tenure } from '@bandeng/shared/community/schemas.ts';
import type { TenureKind } from '@bandeng/shared/community/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, asc, eq, exists, inArray, isNull, or, type SQL } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';
import { loadSubtree } from './areas.ts';
import { matchesPlace } from './match-place.ts';
import { after, alike, containing, encodeCursor, pageOf } from './paging.ts';
import { covers, verifierScope, type Scope } from './verifier-scope.ts';

/** Current tenures of dwellings with the people in them; past ones too when asked for. */
const loadTenures = (db: Db, communityId: string, dwellingIds: readonly string[], past: boolean) => {
  const { tenures: t, residents: r } = db.t;
  return db
    .select({
      id: t.id,
      dwellingId: t.dwellingId,
      residentId: t.residentId,
      name: r.name,
      phone: r.phone,
      kind: t.kind,
      from: t.from,
      until: t.until,
      accountId: r.accountId,
    })
    .from(t)
    .innerJoin(r, and(eq(r.communityId, t.communityId), eq(r.id, t.residentId)))
    .where(
      and(eq(t.communityId, communityId), inArray(t.dwellingId, [...dwellingIds]), past ? undefined : isNull(t.until)),
    )
    .orderBy(asc(t.from), asc(t.id));
};

type DwellingRecord = Db['t']['dwellings']['$inferSelect'];
type TenureRecord = Awaited<ReturnType<typeof loadTenures>>[number];

const presentDwelling = (row: DwellingRecord, current: readonly TenureRecord[]): DwellingRow => ({
  id: row.id,
  label: dwellingLabel(row),
  compound: row.compound,
  building: row.building,
  unit: row.unit,
  room: row.room,
  areaCentiM2: row.areaCentiM2,
  ownerName: current.find(({ kind }) => kind === 'owner')?.name ?? '',
  developer: row.developer,
  occupancy: row.occupancy,
  registered: current.filter(({ accountId }) => accountId !== null).length,
});

/** Shown to verifiers of the dwelling's area only, hence with phone numbers. */
const presentTenure = (row: TenureRecord): Tenure => ({
  id: row.id,
  residentId: row.residentId,
  name: row.name,
  phone: row.phone,
  kind: row.kind as TenureKind,
  from: row.from,
  until: row.until,
  bound: row.accountId !== null,
});

const within = (db: Db, scope: Scope): SQL | undefined =>
  scope === 'everywhere' ? undefined : inArray(db.t.dwellings.areaId, [...scope]);

/** By place ('3-2-101') or by the name of somebody who lives there or owns it now. */
const found = (db: Db, search: string): SQL | undefined => {
  const { tenures: t, residents: r, dwellings: d } = db.t;
  const named = db
    .select({ id: t.id })
    .from(t)
    .innerJoin(r, and(eq(r.communityId, t.communityId), eq(r.id, t.residentId)))
    .where(
      and(eq(t.communityId, d.communityId), eq(t.dwellingId, d.id), isNull(t.until), alike(r.name, containing(search))),
    );
  return or(matchesPlace(db, search), exists(named));
};

/** The dwellings that the caller may see, in register order. */
export const listDwellings = async (
  db: Db,
  actor: Actor,
  query: { readonly areaId?: string; readonly search?: string; readonly cursor?: string; readonly limit?: number },
) => {
  const { dwellings: d } = db.t;
  const { communityId } = actor;
  const limit = query.limit ?? 50;
  const asked = query.areaId === undefined ? undefined : within(db, await loadSubtree(db, communityId, [query.areaId]));
  const searched = query.search?.trim() ? found(db, query.search) : undefined;
  const rows = await db
    .select()
    .from(d)
    .where(
      and(
        eq(d.communityId, communityId),
        isNull(d.removedAt),
        within(db, await verifierScope(db, actor)),
        asked,
        searched,
        after(query.cursor, d.sortKey, d.id),
      ),
    )
    .orderBy(asc(d.sortKey), asc(d.id))
    .limit(limit + 1);
  const people = await loadTenures(
    db,
    communityId,
    rows.map(({ id }) => id),
    false,
  );
  return pageOf(
    rows,
    limit,
    (row) => encodeCursor(row.sortKey, row.id),
    (row) =>
      presentDwelling(
        row,
        people.filter(({ dwellingId }) => dwellingId === row.id),
      ),
  );
};

/** One dwelling with everybody who lives or lived in it. Refuses not-found, outside-your-area. */
export const getDwelling = async (
  db: Db,
  actor: Actor,
  dwellingId: string,
): Promise<Result<{ dwelling: DwellingRow; tenures: Tenure[] }>> => {
  const { dwellings: d } = db.t;
  const [row] = await db
    .select()
    .from(d)
    .where(and(eq(d.communityId, actor.communityId), eq(d.id, dwellingId)));
  if (row === undefined) return refuse('not-found');
  if (!covers(await verifierScope(db, actor), row.areaId)) return refuse('outside-your-area');
  const all = await loadTenures(db, actor.communityId, [row.id], true);
  const current = all.filter(({ until }) => until === null);
  return ok({ dwelling: presentDwelling(row, current), tenures: all.map(presentTenure) });
};
