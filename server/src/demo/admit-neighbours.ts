import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { createAccount } from '../platform/auth/create-account.ts';
import type { Deps } from '../platform/deps.ts';
import { demoCommunityId } from './demo-community.ts';
import { loadBuildings } from './load-buildings.ts';

/** Of every five neighbours one has never registered: that is where somebody must knock. */
const registers = (place: number) => place % 5 !== 4;

/** Lets most neighbours of the buildings in, each by the phone number that the register has. Nobody can sign in as one of them. */
export const admitNeighbours = async (
  deps: Deps,
  neighbours: readonly string[],
  buildings: readonly string[],
): Promise<void> => {
  const homes = await loadBuildings(deps);
  const here = neighbours.filter((id) => buildings.includes(homes.get(id) ?? '')).filter((_, place) => registers(place));
  await deps.store.write(async (tx) => {
    const { residents: r } = tx.t;
    const now = deps.clock();
    const open = and(eq(r.communityId, demoCommunityId), inArray(r.id, here), isNull(r.accountId), isNotNull(r.phone));
    const people = await tx.select({ id: r.id, name: r.name, phone: r.phone }).from(r).where(open).orderBy(asc(r.id));
    for (const { id, name, phone } of people) {
      if (phone === null) continue;
      const accountId = `neighbour-${id}`;
      await createAccount(tx, { id: accountId, name, phone }, now);
      await deps.members.onPhoneBound(tx, accountId, phone, now);
    }
  });
};
