import type { Schema } from '../../src/platform/store/schema.ts';
import type { Store } from '../../src/platform/store/store.ts';
import type { Place } from '../policy/world.ts';

/** Tables in which a row of one community names something of the other. */
export const findCrossings = (store: Store, here: Place, there: Place): Promise<string[]> =>
  store.read(async (db) => {
    const foreign = [there.communityId, ...Object.values(there.ids).flat()];
    const found: string[] = [];
    for (const [name, table] of Object.entries(db.t)) {
      if (!('communityId' in table) || name === 'commands') continue;
      const rows = await db.select().from(table as Schema['residents']);
      const own = rows.filter((row) => row.communityId === here.communityId).map((row) => JSON.stringify(row));
      if (own.some((row) => foreign.some((id) => row.includes(id)))) found.push(name);
    }
    return found;
  });
