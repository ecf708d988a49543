import type { DutyKind } from '@bandeng/shared/community/vocabulary.ts';
import { addDays, dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { appointMember } from '../community/appoint-member.ts';
import { loadAreas } from '../community/areas.ts';
import type { Founded, StandingBody } from '../community/found-community.ts';
import { grantDuty } from '../community/grant-duty.ts';
import { setHouseholds } from '../community/set-households.ts';
import type { Deps } from '../platform/deps.ts';
import { demoCommunityId, type Command } from './demo-community.ts';

interface Owner {
  readonly id: string;
  readonly partyMember: boolean;
}

/** Who plays which part; a person of the first list sits in that body and, as far as possible, in no other. */
export interface Roster {
  readonly branch: readonly string[];
  readonly committee: readonly string[];
  readonly supervisors: readonly string[];
  readonly representatives: readonly string[];
  readonly leaders: readonly string[];
  readonly facilitator: string;
  /** Owners without any office. */
  readonly neighbours: readonly string[];
}

const branchPositions = ['书记', '副书记', '组织委员', '宣传委员', '纪检委员', '委员', '委员'];
const committeePositions = ['主任', '副主任', '副主任', '委员', '委员', '委员', '委员'];
const supervisorPositions = ['主任', '委员', '委员', '委员', '委员'];
const householdsEach = 13;

const loadOwners = (deps: Deps): Promise<Owner[]> =>
  deps.store.read(async (db) => {
    const { tenures: t, dwellings: d, residents: r } = db.t;
    const rows = await db
      .select({ id: r.id, partyMember: r.partyMember })
      .from(t)
      .innerJoin(d, and(eq(d.communityId, t.communityId), eq(d.id, t.dwellingId)))
      .innerJoin(r, and(eq(r.communityId, t.communityId), eq(r.id, t.residentId)))
      .where(and(eq(t.communityId, demoCommunityId), eq(t.kind, 'owner'), isNull(t.until), eq(d.developer, false)))
      .orderBy(asc(d.sortKey));
    return [...new Map(rows.map((row) => [row.id, row])).values()];
  });

const loadMarked = (deps: Deps, founded: Founded) =>
  deps.store.read(async (db) => {
    const { bodyMembers: m, duties, areas } = db.t;
    const seats = await db
      .select({ memberId: m.id, id: m.residentId })
      .from(m)
      .where(and(eq(m.communityId, demoCommunityId), eq(m.bodyId, founded.bodies.representatives)))
      .orderBy(asc(m.id));
    const held = await db
      .select({ id: duties.residentId })
      .from(duties)
      .innerJoin(areas, and(eq(areas.communityId, duties.communityId), eq(areas.id, duties.areaId)))
      .where(and(eq(duties.communityId, demoCommunityId), eq(duties.kind, 'building-leader')))
      .orderBy(asc(areas.name), asc(duties.id));
    return { representatives: seats, leaders: held.map(({ id }) => id) };
  });

/** The order of the register, party members last: ids of one moment have none, and who is let in must not change by chance. */
const rankOf = (owners: readonly Owner[]) => {
  const ranks = new Map(owners.map(({ id, partyMember }, i) => [id, partyMember ? owners.length + i : i]));
  const rank = (id: string) => ranks.get(id) ?? 2 * owners.length;
  return (a: string, b: string): number => rank(a) - rank(b);
};

/** Fills the bodies that the register does not mark, and the duties. Seven and seven with three in both make eleven. */
export const fillBodies = async (deps: Deps, act: Command, founded: Founded): Promise<Roster> => {
  const from = dayAt(deps.clock());
  const until = addDays(from, 5 * 365);
  const owners = await loadOwners(deps);
  const { representatives, leaders } = await loadMarked(deps, founded);
  const order = rankOf(owners);
  const speakers = representatives.map(({ id }) => id).sort(order);
  leaders.sort(order);
  const marked = new Set([...speakers, ...leaders]);
  const party = owners.filter(({ id, partyMember }) => partyMember && !marked.has(id)).map(({ id }) => id);
  const free = owners.filter(({ id, partyMember }) => !partyMember && !marked.has(id)).map(({ id }) => id);
  const take = (count: number): string[] => free.splice(0, count);
  const branch = party.slice(0, 7);
  const committee = [...branch.slice(0, 3), ...take(4)];
  const supervisors = take(5);
  const [facilitator = '', gridWorker = ''] = take(2);
  const newMembers = take(4);

  const seat = async (
    kind: StandingBody,
    residentIds: readonly string[],
    positions: readonly string[],
    households = 0,
  ) => {
    for (const [i, residentId] of residentIds.entries()) {
      const input = { bodyId: founded.bodies[kind], residentId, position: positions[i] ?? '', from, until, households };
      await act((by) => appointMember(by, input));
    }
  };
  await seat('branch-committee', branch, branchPositions);
  await seat('residents-committee', committee, committeePositions);
  await seat('supervisors', supervisors, supervisorPositions);
  await seat('party-members', newMembers, []);
  const compound = (await deps.store.read((db) => loadAreas(db, demoCommunityId))).find(
    ({ kind }) => kind === 'compound',
  );
  const grant = (kind: DutyKind, residentId: string) =>
    act((by) => grantDuty(by, { kind, residentId, from, ...(compound === undefined ? {} : { areaId: compound.id }) }));
  await grant('facilitator', facilitator);
  await grant('grid-worker', gridWorker);
  // The register marks representatives without saying for how many households; that is agreed in the community.
  for (const { memberId } of representatives) {
    await act((by) => setHouseholds(by, { memberId, households: householdsEach }));
  }
  return { branch, committee, supervisors, representatives: speakers, leaders, facilitator, neighbours: free };
};
