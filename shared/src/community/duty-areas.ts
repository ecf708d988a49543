import type { AreaKind, DutyKind } from './vocabulary.ts';

/** A duty that is held for an area; the others serve the whole community. */
export type PlacedDuty = 'building-leader' | 'grid-worker';

/**
 * Kinds of areas that a duty fits. A building leader has a building or one of its units; a grid worker a grid or part of
 * it, and the compound where it has no grids. Never the community, street or district: that is what administrators are for.
 */
export const dutyAreaKinds: Readonly<Record<PlacedDuty, readonly AreaKind[]>> = {
  'building-leader': ['building', 'unit'],
  'grid-worker': ['compound', 'grid', 'building', 'unit'],
};

export const needsArea = (kind: DutyKind): kind is PlacedDuty => kind === 'building-leader' || kind === 'grid-worker';

export const fitsDuty = (kind: PlacedDuty, area: AreaKind): boolean => dutyAreaKinds[kind].includes(area);
