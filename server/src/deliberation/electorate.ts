import { composeLabel } from '@bandeng/shared/deliberation/mask.ts';
import type { Candidate } from '@bandeng/shared/deliberation/roll.ts';
import type { Electorate } from '@bandeng/shared/deliberation/stages/stage.ts';
import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import type { BodyKind, TenureKind } from '@bandeng/shared/community/vocabulary.ts';
import { and, asc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';
import { loadPlaces } from './load-people.ts';

/** A candidate for a roll, with the name of the register and the households that a representative speaks for. */
export interface NamedCandidate extends Candidate {
  readonly name: string;
  readonly households: number;
}

/** The owner stands for a household before its other members, and they before a tenant. */
const ranks: Readonly<Record<TenureKind, number>> = { owner: 0, 'co-owner': 1, household: 2, tenant: 3 };

const listSeats = async (
  db: Db,
  communityId: string,
  kinds: readonly BodyKind[],
  at: number,
  residentId?: string,
): Promise<NamedCandidate[]> => {
  const { bodies, bodyMembers, residents } = db.t;
  const day = dayAt(at);
  const rows = await db
    .select({
      residentId: bodyMembers.residentId,
      body: bodies.kind,
      from: bodyMembers.from,
      until: bodyMembers.until,
      bornOn: residents.birthDay,
      name: residents.name,
      households: bodyMembers.households,
    })
    .from(bodyMembers)
    .innerJoin(bodies, and(eq(bodies.communityId, bodyMembers.communityId), eq(bodies.id, bodyMembers.bodyId)))
    .innerJoin(
      residents,
      and(eq(residents.communityId, bodyMembers.communityId), eq(residents.id, bodyMembers.residentId)),
    )
    .where(
      and(
        eq(bodyMembers.communityId, communityId),
        inArray(bodies.kind, [...kinds]),
        lte(bodyMembers.from, day),
        or(isNull(bodyMembers.until), gt(bodyMembers.until, day)),
        residentId === undefined ? undefined : eq(bodyMembers.residentId, residentId),
      ),
    );
  return rows.map((row) => ({ ...row, body: row.body as BodyKind, dwellingId: null, signed: false, rank: 0 }));
};

const listDwellers = async (db: Db, communityId: string, at: number, residentId?: string): Promise<NamedCandidate[]> => {
  const { tenures, residents } = db.t;
  const rows = await db
    .select({
      residentId: tenures.residentId,
      dwellingId: tenures.dwellingId,
      kind: tenures.kind,
      from: tenures.from,
      until: tenures.until,
      bornOn: residents.birthDay,
      name: residents.name,
    })
    .from(tenures)
    .innerJoin(residents, and(eq(residents.communityId, tenures.communityId), eq(residents.id, tenures.residentId)))
    .where(
      and(
        eq(tenures.communityId, communityId),
        lte(tenures.from, at),
        or(isNull(tenures.until), gt(tenures.until, at)),
        residentId === undefined ? undefined : eq(tenures.residentId, residentId),
      ),
    );
  return rows.map(({ kind, from, until, ...row }) => ({
    ...row,
    body: null,
    from: dayAt(from),
    // Whoever lives there at this very instant is asked, also on the day of moving out.
    until: until === null || dayAt(until) === dayAt(at) ? null : dayAt(until),
    signed: kind !== 'household',
    rank: ranks[kind as TenureKind],
    households: 0,
  }));
};

/** Everybody who may be due at an instant; `freezeRoll` decides. With `residentId` only this person. */
export const listCandidates = (
  db: Db,
  communityId: string,
  electorate: Electorate,
  at: number,
  residentId?: string,
): Promise<NamedCandidate[]> =>
  electorate.kind === 'bodies'
    ? listSeats(db, communityId, electorate.bodies, at, residentId)
    : listDwellers(db, communityId, at, residentId);

/** What the meeting is called after: its bodies, or the community when all residents are asked. */
export const nameElectorate = async (db: Db, communityId: string, electorate: Electorate): Promise<string> => {
  const { bodies, communities } = db.t;
  if (electorate.kind !== 'bodies') {
    const [found] = await db.select({ name: communities.name }).from(communities).where(eq(communities.id, communityId));
    return found?.name ?? '';
  }
  const rows = await db
    .select({ kind: bodies.kind, name: bodies.name })
    .from(bodies)
    .where(and(eq(bodies.communityId, communityId), inArray(bodies.kind, [...electorate.bodies])))
    .orderBy(asc(bodies.id));
  const order = (kind: string) => electorate.bodies.indexOf(kind as BodyKind);
  return rows
    .sort((a, b) => order(a.kind) - order(b.kind))
    .map(({ name }) => name)
    .join('、');
};

/** As many ids as both engines take in one statement. */
const maxIds = 5000;

/** Resident → '王工 3-2-101' with the name of the register, as a roll shows it. */
export const labelCandidates = async (
  db: Db,
  communityId: string,
  people: ReadonlyMap<string, string>,
): Promise<Map<string, string>> => {
  const ids = [...people.keys()];
  const labels = new Map<string, string>();
  for (let start = 0; start < ids.length; start += maxIds) {
    const some = ids.slice(start, start + maxIds);
    const places = await loadPlaces(db, communityId, some);
    for (const id of some) labels.set(id, composeLabel(people.get(id) ?? '', places.get(id) ?? null));
  }
  return labels;
};
