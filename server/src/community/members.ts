import {
  type BodyKind,
  type DutyKind,
  type Role,
  type TenureKind,
  roles,
} from '@bandeng/shared/community/vocabulary.ts';
import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { Actor, Grant, Members } from '../platform/http/actor.ts';
import { idsBy } from '../platform/clock.ts';
import { prepared, type Db } from '../platform/store/store.ts';
import { bindPhone } from './bind-phone.ts';
import { forgetAccount } from './forget-account.ts';

const $ = sql.placeholder;

const findResident = prepared('find_member_resident', (db: Db) => {
  const { residents } = db.t;
  return db
    .select({ id: residents.id, name: residents.name })
    .from(residents)
    .where(and(eq(residents.communityId, $('communityId')), eq(residents.accountId, $('accountId'))));
});

const none = sql<string | null>`cast(null as text)`;

/** Everything that gives a resident rights today, in one statement: tenures, seats and duties. */
const findRights = prepared('find_member_rights', (db: Db) => {
  const { tenures, bodyMembers, bodies, duties } = db.t;
  const lived = db
    .select({ source: sql<string>`'tenure'`, kind: tenures.kind, areaId: none, bodyId: none })
    .from(tenures)
    .where(
      and(eq(tenures.communityId, $('communityId')), eq(tenures.residentId, $('residentId')), isNull(tenures.until)),
    );
  const seats = db
    .select({
      source: sql<string>`'seat'`,
      kind: bodies.kind,
      areaId: bodies.areaId,
      bodyId: sql<string | null>`${bodies.id}`,
    })
    .from(bodyMembers)
    .innerJoin(bodies, and(eq(bodies.communityId, bodyMembers.communityId), eq(bodies.id, bodyMembers.bodyId)))
    .where(
      and(
        eq(bodyMembers.communityId, $('communityId')),
        eq(bodyMembers.residentId, $('residentId')),
        lte(bodyMembers.from, $('day')),
        or(isNull(bodyMembers.until), gt(bodyMembers.until, $('day'))),
      ),
    );
  const held = db
    .select({ source: sql<string>`'duty'`, kind: duties.kind, areaId: duties.areaId, bodyId: none })
    .from(duties)
    .where(
      and(
        eq(duties.communityId, $('communityId')),
        eq(duties.residentId, $('residentId')),
        lte(duties.from, $('day')),
        or(isNull(duties.until), gt(duties.until, $('day'))),
      ),
    );
  return lived.unionAll(seats).unionAll(held);
});

const tenureRoles: Readonly<Record<TenureKind, Role | null>> = {
  owner: 'owner',
  'co-owner': 'owner',
  tenant: 'tenant',
  household: null,
};

const bodyRoles: Readonly<Record<BodyKind, Role | null>> = {
  'branch-committee': 'branch-committee',
  'residents-committee': 'residents-committee',
  'two-committees': null,
  'party-members': 'party-member',
  representatives: 'representative',
  supervisors: 'supervisor',
  'owners-committee': null,
};

interface Right {
  readonly source: string;
  readonly kind: string;
  readonly areaId: string | null;
  readonly bodyId: string | null;
}

const grantsOf = (rows: readonly Right[]): Grant[] => {
  const grants: Grant[] = [];
  for (const { source, kind, areaId, bodyId } of rows) {
    // Whoever lives here or sits in a body is a resident; a duty alone (a grid worker from elsewhere) makes nobody one.
    if (source !== 'duty' && !grants.some(({ role }) => role === 'resident')) {
      grants.push({ role: 'resident', areaId: null, bodyId: null });
    }
    const role =
      source === 'tenure'
        ? tenureRoles[kind as TenureKind]
        : source === 'seat'
          ? bodyRoles[kind as BodyKind]
          : (kind as DutyKind);
    if (role !== null) grants.push({ role, areaId, bodyId });
  }
  return grants;
};

/** The rights of one resident on a day: from tenures in force, seats in bodies and duties. */
export const loadGrants = async (db: Db, communityId: string, residentId: string, day: string): Promise<Grant[]> =>
  grantsOf(await findRights(db, { communityId, residentId, day }));

export const rolesOf = (grants: readonly Grant[]): Role[] =>
  roles.filter((role) => grants.some((grant) => grant.role === role));

/** What a resident is on a day: roles with where they hold, and whether there is a tenure in force. */
export const loadStanding = async (
  db: Db,
  communityId: string,
  residentId: string,
  day: string,
): Promise<Pick<Actor, 'dwells' | 'roles' | 'grants'>> => {
  const rights = await findRights(db, { communityId, residentId, day });
  const grants = grantsOf(rights);
  return { dwells: rights.some(({ source }) => source === 'tenure'), roles: rolesOf(grants), grants };
};

/** Membership follows from rights: whoever has none left is a stranger again, and what was is kept as history. */
const loadMember: Members['loadMember'] = async (db, communityId, accountId, now) => {
  const [resident] = await findResident(db, { communityId, accountId });
  if (resident === undefined) return null;
  const standing = await loadStanding(db, communityId, resident.id, dayAt(now));
  if (standing.grants.length === 0) return null;
  return { accountId, communityId, residentId: resident.id, name: resident.name, ...standing };
};

const listMemberships: Members['listMemberships'] = async (db, accountId, now) => {
  const { residents, communities } = db.t;
  const rows = await db
    .select({
      communityId: residents.communityId,
      communityName: communities.name,
      residentId: residents.id,
      name: residents.name,
    })
    .from(residents)
    .innerJoin(communities, eq(communities.id, residents.communityId))
    .where(eq(residents.accountId, accountId))
    .orderBy(asc(residents.createdAt), asc(residents.id));
  const found = [];
  for (const row of rows) {
    const held = rolesOf(await loadGrants(db, row.communityId, row.residentId, dayAt(now)));
    if (held.length > 0) found.push({ ...row, roles: held });
  }
  return found;
};

export const members: Members = {
  loadMember,
  listMemberships,
  onPhoneBound: (tx, accountId, phone, now) => bindPhone({ tx, accountId, now, newId: idsBy(() => now) }, phone),
  onAccountDeleted: (tx, accountId, now) => forgetAccount({ tx, accountId, now, newId: idsBy(() => now) }),
};
