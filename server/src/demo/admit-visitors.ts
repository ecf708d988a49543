import { and, eq } from 'drizzle-orm';
import type { Founded } from '../community/found-community.ts';
import { createAccount } from '../platform/auth/create-account.ts';
import type { Deps } from '../platform/deps.ts';
import type { Roster } from './fill-bodies.ts';
import { demoCommunityId } from './demo-community.ts';
import { loadBuildings } from './load-buildings.ts';

/** The parts that a visitor of the demonstration can play, in the order in which they are offered. */
export const demoParts = ['居民', '居民代表', '楼栋长', '议事主持人', '支委', '两委', '监督', '管理员'] as const;
export type DemoPart = (typeof demoParts)[number];

export type DemoPeople = Readonly<Record<DemoPart, { readonly residentId: string; readonly accountId: string }>>;

const idOf: Readonly<Record<DemoPart, string>> = {
  居民: 'demo-1-resident',
  居民代表: 'demo-2-representative',
  楼栋长: 'demo-3-building-leader',
  议事主持人: 'demo-4-facilitator',
  支委: 'demo-5-branch-committee',
  两委: 'demo-6-residents-committee',
  监督: 'demo-7-supervisor',
  管理员: 'demo-8-administrator',
};

/**
 * Each plays one part only, so that a visitor sees what it is like: no building leader who is a representative too. The
 * resident is a neighbour of the building leader and reads what that one posts.
 */
const chooseFor = (
  roster: Roster,
  founded: Founded,
  homes: ReadonlyMap<string, string>,
): Record<DemoPart, string> => {
  const { branch, committee, supervisors, representatives, leaders, facilitator, neighbours } = roster;
  const pick = (among: readonly string[], ...others: (readonly string[])[]): string => {
    const found = among.find((id) => !others.some((list) => list.includes(id)));
    if (found === undefined) throw new Error('the demonstration has nobody for one of its parts');
    return found;
  };
  const leader = pick(leaders.slice(1), representatives, branch, committee);
  return {
    居民: pick(neighbours.filter((id) => homes.get(id) === homes.get(leader))),
    居民代表: pick(representatives, branch, committee, leaders),
    楼栋长: leader,
    议事主持人: facilitator,
    支委: pick(branch.slice(3), committee, representatives),
    两委: pick(committee.slice(3), branch),
    监督: pick(supervisors),
    管理员: founded.administratorId,
  };
};

/** Makes an account for one person of each part and lets it in by the phone number that the register has. */
export const admitVisitors = async (deps: Deps, founded: Founded, roster: Roster): Promise<DemoPeople> => {
  const chosen = chooseFor(roster, founded, await loadBuildings(deps));
  await deps.store.write(async (tx) => {
    const { residents: r } = tx.t;
    const now = deps.clock();
    for (const part of demoParts) {
      if (part === '管理员') continue;
      const here = and(eq(r.communityId, demoCommunityId), eq(r.id, chosen[part]));
      const [person] = await tx.select({ name: r.name, phone: r.phone }).from(r).where(here);
      if (person === undefined || person.phone === null)
        throw new Error(`the demonstration has no ${part} with a phone number`);
      const { name, phone } = person;
      await createAccount(tx, { id: idOf[part], name, phone, demo: part }, now);
      await deps.members.onPhoneBound(tx, idOf[part], phone, now);
    }
  });
  const entries = demoParts.map((part) => [part, { residentId: chosen[part], accountId: idOf[part] }] as const);
  return Object.fromEntries(entries) as Record<DemoPart, { residentId: string; accountId: string }>;
};
