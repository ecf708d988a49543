import { and, eq } from 'drizzle-orm';
import { writeLog } from '../community/write-log.ts';
import type { Deps } from '../platform/deps.ts';
import { demoCommunityId } from './demo-community.ts';
import { seedCommunity } from './seed-community.ts';
import { seedLife } from './seed-life.ts';
import { seedMatters } from './seed-matters.ts';

const finished = 'demonstration-finished';

const findDemo = (deps: Deps): Promise<'absent' | 'half' | 'whole'> =>
  deps.store.read(async (db) => {
    const { communities, registerLog } = db.t;
    const [community] = await db
      .select({ id: communities.id })
      .from(communities)
      .where(eq(communities.id, demoCommunityId));
    if (!community) return 'absent';
    const [done] = await db
      .select({ id: registerLog.id })
      .from(registerLog)
      .where(and(eq(registerLog.communityId, demoCommunityId), eq(registerLog.kind, finished)));
    return done ? 'whole' : 'half';
  });

const seedOnce = async (deps: Deps): Promise<void> => {
  const state = await findDemo(deps);
  if (state === 'half') {
    const { dataDir } = deps.config;
    deps.log.warn({ dataDir }, 'setting up the demonstration was interrupted: empty the data folder to begin anew');
  }
  if (state !== 'absent') return;
  await seedCommunity(deps);
  await seedMatters(deps, demoCommunityId);
  await seedLife(deps, demoCommunityId);
  const step = { communityId: demoCommunityId, at: deps.clock(), byId: null, subjectId: demoCommunityId };
  await deps.store.write((tx) => writeLog(tx, deps.newId, { ...step, kind: finished }));
};

/**
 * Fills an empty store with the demonstration community, its matters, its talk and its notices; does nothing when it is there already. Of several
 * processes one does it and the others wait: until it is done nobody's timers may run.
 */
export const seedDemo = (deps: Deps): Promise<void> => deps.store.alone('demonstration', () => seedOnce(deps));
