import type { Kit } from '../platform/store/kit.ts';

export const defineDeliberationTables = (_k: Kit) => ({});
