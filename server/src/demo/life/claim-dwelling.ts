import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { loadSubtree } from '../../community/areas.ts';
import { createClaim } from '../../community/create-claim.ts';
import { createAccount } from '../../platform/auth/create-account.ts';
import type { Deps } from '../../platform/deps.ts';
import type { Db } from '../../platform/store/store.ts';
import { must } from '../demo-community.ts';

const hourMs = 3_600_000;

/** Yesterday evening: long enough ago to be seen, too fresh to be a reproach. */
const hoursAgo = 20;

const claimant = { id: 'neighbour-moved-in', name: '周静', phone: '19912340086' };

/** The last dwelling of the register in the building that the demonstration's building leader answers for. */
const findDwelling = async (db: Db, communityId: string, leaderId: string): Promise<string> => {
  const { duties: u, dwellings: d } = db.t;
  const held = await db
    .select({ areaId: u.areaId })
    .from(u)
    .where(and(eq(u.communityId, communityId), eq(u.residentId, leaderId), eq(u.kind, 'building-leader')));
  const areas = await loadSubtree(db, communityId, held.flatMap(({ areaId }) => areaId ?? []));
  const rows = await db
    .select({ id: d.id })
    .from(d)
    .where(and(eq(d.communityId, communityId), inArray(d.areaId, [...areas]), eq(d.developer, false), isNull(d.removedAt)))
    .orderBy(asc(d.sortKey), asc(d.id));
  const found = rows.at(-1);
  if (found === undefined) throw new Error('the building leader of the demonstration has no dwelling to answer for');
  return found.id;
};

/** Somebody has moved in and asks to be let in: what waits at the desk of the building leader and the administrator. */
export const claimDwelling = async (deps: Deps, communityId: string, leaderId: string): Promise<void> => {
  const now = deps.clock() - hoursAgo * hourMs;
  await deps.store.write(async (tx) => {
    const dwellingId = await findDwelling(tx, communityId, leaderId);
    await createAccount(tx, claimant, now);
    const input = { dwellingId, name: claimant.name, kind: 'tenant' as const, note: '上周刚搬来，和房东签了两年的租房合同，可以带合同过来核实。' };
    must(await createClaim({ tx, communityId, accountId: claimant.id, now, newId: deps.newId }, input));
  });
};
