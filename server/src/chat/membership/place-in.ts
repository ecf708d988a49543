import { badgeOf } from '@bandeng/shared/chat/place-member.ts';
import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import type { Tx } from '../../platform/store/store.ts';
import type { GroupRow } from '../load-group.ts';
import { labelIn } from './label-member.ts';
import { loadNeighbours } from './load-neighbours.ts';

/** How a free group shows somebody who comes into it. */
export const placeInFree = async (
  tx: Tx,
  communityId: string,
  group: Pick<GroupRow, 'kind' | 'subjectId' | 'naming'>,
  residentId: string,
  now: number,
): Promise<{ label: string; badge: string | null }> => {
  const [neighbour] = await loadNeighbours(tx, communityId, [residentId], dayAt(now));
  if (neighbour === undefined) throw new Error('a member without a resident');
  return { label: labelIn(group, neighbour, null), badge: badgeOf(neighbour.standing) };
};
