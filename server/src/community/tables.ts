import type { Kit } from '../platform/store/kit.ts';

export const defineCommunityTables = (_k: Kit) => ({});
