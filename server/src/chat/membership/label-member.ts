import { nameMember } from '@bandeng/shared/chat/name-member.ts';
import type { AreaGrid } from '@bandeng/shared/chat/area-grid.ts';
import type { Naming } from '@bandeng/shared/chat/vocabulary.ts';
import type { GroupRow } from '../load-group.ts';
import type { Neighbour } from './load-neighbours.ts';

type Labelled = Pick<GroupRow, 'kind' | 'subjectId' | 'naming'>;

/**
 * How a group shows somebody. Of several homes the group of an area means one inside of it; otherwise the first by
 * register order counts.
 * @param grid needed for groups of an area only
 */
export const labelIn = (group: Labelled, neighbour: Neighbour, grid: AreaGrid | null): string => {
  const { homes } = neighbour;
  const inside =
    group.kind === 'area' && grid !== null
      ? homes.find(({ areaId }) => grid.above(areaId).includes(group.subjectId ?? ''))
      : undefined;
  return nameMember(group.naming as Naming, neighbour, inside ?? homes[0]);
};
