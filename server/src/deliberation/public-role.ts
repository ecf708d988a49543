import type { Role } from '@bandeng/shared/community/vocabulary.ts';

/**
 * In which capacity somebody speaks: the first that they hold. Party membership is sensitive and never shown; a seat in a
 * committee is a public office.
 */
const shown: readonly Role[] = [
  'supervisor',
  'residents-committee',
  'branch-committee',
  'representative',
  'facilitator',
  'building-leader',
  'grid-worker',
  'owner',
  'tenant',
  'resident',
];

export const publicRole = (roles: readonly Role[]): Role | null => shown.find((role) => roles.includes(role)) ?? null;
