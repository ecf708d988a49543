import { forgottenLabel } from '@bandeng/shared/chat/name-member.ts';
import { makeAreaGrid } from '@bandeng/shared/chat/area-grid.ts';
import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { and, asc, eq, ne } from 'drizzle-orm';
import { loadAreas } from '../../community/areas.ts';
import { standingChanged } from '../../community/standing-changed.ts';
import type { Tx } from '../../platform/store/store.ts';
import type { GroupRow } from '../load-group.ts';
import { labelIn } from './label-member.ts';
import { loadNeighbours } from './load-neighbours.ts';

/** More labels than this are left to the timer, so that nobody waits for them. */
const atOnce = 500;

/** After a change of its naming: everybody whom the group shows, also those who left, is called by the new one. */
export const relabelGroup = async (tx: Tx, group: GroupRow, now: number): Promise<void> => {
  const { communityId } = group;
  const { groupMembers: m } = tx.t;
  const rows = await tx
    .select({ residentId: m.residentId, label: m.label })
    .from(m)
    .where(and(eq(m.communityId, communityId), eq(m.groupId, group.id), ne(m.label, forgottenLabel)))
    .orderBy(asc(m.residentId))
    .limit(atOnce + 1);
  if (rows.length > atOnce) await standingChanged(tx, communityId, null, now);
  const grid = group.kind === 'area' ? makeAreaGrid(await loadAreas(tx, communityId)) : null;
  const shown = rows.slice(0, atOnce);
  const ids = shown.map(({ residentId }) => residentId);
  const labels = new Map(shown.map(({ residentId, label }) => [residentId, label]));
  for (const neighbour of await loadNeighbours(tx, communityId, ids, dayAt(now))) {
    const label = labelIn(group, neighbour, grid);
    if (label === labels.get(neighbour.id)) continue;
    await tx
      .update(m)
      .set({ label })
      .where(and(eq(m.communityId, communityId), eq(m.groupId, group.id), eq(m.residentId, neighbour.id)));
  }
};
