import { defineBulletinTables } from '../../bulletin/tables.ts';
import { defineChatTables } from '../../chat/tables.ts';
import { defineCommunityTables } from '../../community/tables.ts';
import { defineDeliberationTables } from '../../deliberation/tables.ts';
import { defineOutreachTables } from '../../outreach/tables.ts';
import { definePlatformTables } from '../tables.ts';
import type { Kit } from './kit.ts';

/** Every table of the server, made for the engine that the kit stands for. */
export const defineSchema = (k: Kit) => ({
  ...definePlatformTables(k),
  ...defineCommunityTables(k),
  ...defineDeliberationTables(k),
  ...defineChatTables(k),
  ...defineBulletinTables(k),
  ...defineOutreachTables(k),
});

export type Schema = ReturnType<typeof defineSchema>;
