import { dwellingLabel } from '@bandeng/shared/community/dwelling-label.ts';
import type { Claim } from '@bandeng/shared/community/schemas.ts';
import type { TenureKind } from '@bandeng/shared/community/vocabulary.ts';
import { and, asc, desc, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';
import { after, encodeCursor, pageOf } from './paging.ts';
import { matchesPlace } from './match-place.ts';
import { verifierScope } from './verifier-scope.ts';

export type ClaimStatus = Claim['status'];

const selectClaims = (db: Db, where: SQL | undefined) => {
  const { claims: c, dwellings: d, residents: r } = db.t;
  return db
    .select({
      claim: c,
      areaId: d.areaId,
      compound: d.compound,
      building: d.building,
      unit: d.unit,
      room: d.room,
      decidedBy: r.name,
    })
    .from(c)
    .innerJoin(d, and(eq(d.communityId, c.communityId), eq(d.id, c.dwellingId)))
    .leftJoin(r, and(eq(r.communityId, c.communityId), eq(r.id, c.decidedBy)))
    .where(where);
};

export type ClaimRecord = Awaited<ReturnType<typeof selectClaims>>[number];

/** Shown to the one who claims and to verifiers of the dwelling's area, hence with the phone number. */
export const presentClaim = ({ claim, decidedBy, ...place }: ClaimRecord): Claim => ({
  id: claim.id,
  status: claim.status as ClaimStatus,
  name: claim.name,
  phone: claim.phone,
  kind: claim.kind as TenureKind,
  dwellingId: claim.dwellingId,
  dwellingLabel: dwellingLabel(place),
  note: claim.note,
  at: claim.at,
  decidedBy,
  reason: claim.reason,
});

export const findClaim = async (db: Db, communityId: string, claimId: string): Promise<ClaimRecord | null> => {
  const { claims: c } = db.t;
  const [found] = await selectClaims(db, and(eq(c.communityId, communityId), eq(c.id, claimId)));
  return found ?? null;
};

/** The newest hundred of an account's own claims. */
export const listMyClaims = async (db: Db, communityId: string, accountId: string): Promise<Claim[]> => {
  const { claims: c } = db.t;
  const rows = await selectClaims(db, and(eq(c.communityId, communityId), eq(c.accountId, accountId)))
    .orderBy(desc(c.at), desc(c.id))
    .limit(100);
  return rows.map(presentClaim);
};

/** Claims for the dwellings that the caller verifies, the longest waiting first. */
export const listClaims = async (
  db: Db,
  actor: Actor,
  query: { readonly status?: ClaimStatus; readonly cursor?: string; readonly limit?: number },
) => {
  const { claims: c, dwellings: d } = db.t;
  const scope = await verifierScope(db, actor);
  const limit = query.limit ?? 50;
  const rows = await selectClaims(
    db,
    and(
      eq(c.communityId, actor.communityId),
      query.status === undefined ? undefined : eq(c.status, query.status),
      scope === 'everywhere' ? undefined : inArray(d.areaId, [...scope]),
      // Identifiers are ordered by time, so one column carries the position.
      after(query.cursor, c.id, c.id),
    ),
  )
    .orderBy(asc(c.id))
    .limit(limit + 1);
  return pageOf(rows, limit, ({ claim }) => encodeCursor(claim.id, claim.id), presentClaim);
};

/** For somebody who is not yet a member: places to choose from, never names. At most twenty. */
export const findClaimable = async (db: Db, communityId: string, search: string) => {
  const { dwellings: d } = db.t;
  const rows = await db
    .select({ id: d.id, compound: d.compound, building: d.building, unit: d.unit, room: d.room })
    .from(d)
    .where(and(eq(d.communityId, communityId), isNull(d.removedAt), eq(d.developer, false), matchesPlace(db, search)))
    .orderBy(asc(d.sortKey), asc(d.id))
    .limit(20);
  return rows.map(({ id, ...place }) => ({ id, label: dwellingLabel(place) }));
};
