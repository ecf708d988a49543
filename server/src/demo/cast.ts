import type { BodyKind, DutyKind } from '@bandeng/shared/community/vocabulary.ts';
import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { loadStanding } from '../community/members.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';

/** The people of the demonstration community by their parts, as resident ids; everybody in the order of the register. */
export interface Cast {
  readonly communityId: string;
  readonly seats: (kind: BodyKind) => readonly string[];
  readonly duties: (kind: DutyKind) => readonly string[];
  /** Owners with a dwelling and without any office: the neighbours who comment, object and rate. */
  readonly neighbours: readonly string[];
  /** Whom a visitor of the demonstration can sign in as: they still have something to do. */
  readonly visitors: ReadonlySet<string>;
}

export const loadCast = async (db: Db, communityId: string): Promise<Cast> => {
  const { areas, bodies, bodyMembers, duties, residents, accounts, tenures, dwellings } = db.t;
  const seats = await db
    .select({ id: bodyMembers.residentId, kind: bodies.kind })
    .from(bodyMembers)
    .innerJoin(bodies, and(eq(bodies.communityId, bodyMembers.communityId), eq(bodies.id, bodyMembers.bodyId)))
    .where(eq(bodyMembers.communityId, communityId))
    .orderBy(asc(bodyMembers.id));
  const held = await db
    .select({ id: duties.residentId, kind: duties.kind })
    .from(duties)
    .leftJoin(areas, and(eq(areas.communityId, duties.communityId), eq(areas.id, duties.areaId)))
    .where(eq(duties.communityId, communityId))
    // By area: duties that one import gives have ids in no order.
    .orderBy(asc(areas.name), asc(duties.id));
  const demo = await db
    .select({ id: residents.id })
    .from(residents)
    .innerJoin(accounts, eq(accounts.id, residents.accountId))
    .where(and(eq(residents.communityId, communityId), isNotNull(accounts.demo)));
  const owners = await db
    .select({ id: tenures.residentId })
    .from(tenures)
    .innerJoin(dwellings, and(eq(dwellings.communityId, tenures.communityId), eq(dwellings.id, tenures.dwellingId)))
    .where(
      and(
        eq(tenures.communityId, communityId),
        eq(tenures.kind, 'owner'),
        isNull(tenures.until),
        eq(dwellings.developer, false),
      ),
    )
    .orderBy(asc(dwellings.sortKey));
  const of = (rows: readonly { id: string; kind: string }[], kind: string) => [
    ...new Set(rows.filter((row) => row.kind === kind).map(({ id }) => id)),
  ];
  const visitors = new Set(demo.map(({ id }) => id));
  const busy = new Set([...seats, ...held].map(({ id }) => id));
  return {
    communityId,
    seats: (kind) => of(seats, kind),
    duties: (kind) => of(held, kind),
    neighbours: [...new Set(owners.map(({ id }) => id))].filter((id) => !busy.has(id) && !visitors.has(id)),
    visitors,
  };
};

/** A resident as the actor of a command, with the rights of that moment, whether or not there is an account. */
export const actorOf = async (db: Db, communityId: string, residentId: string, now: number): Promise<Actor> => {
  const { residents } = db.t;
  const [found] = await db
    .select({ name: residents.name, accountId: residents.accountId })
    .from(residents)
    .where(and(eq(residents.communityId, communityId), eq(residents.id, residentId)));
  if (!found) throw new Error(`no resident ${residentId} in the demonstration`);
  const standing = await loadStanding(db, communityId, residentId, dayAt(now));
  const { name, accountId } = found;
  return {
    accountId: accountId ?? `without-account-${residentId}`,
    communityId,
    residentId,
    name,
    ...standing,
  };
};
