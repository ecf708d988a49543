import { defineCommunityTables } from '../../community/tables.ts';
import { defineDeliberationTables } from '../../deliberation/tables.ts';
import { definePlatformTables } from '../tables.ts';
import type { Kit } from './kit.ts';

/** Every table of the server, made for the engine that the kit stands for. */
export const defineSchema = (k: Kit) => ({
  ...definePlatformTables(k),
  ...defineCommunityTables(k),
  ...defineDeliberationTables(k),
});

export type Schema = ReturnType<typeof defineSchema>;
