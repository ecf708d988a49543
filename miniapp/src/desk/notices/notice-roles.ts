import type { Role } from '@bandeng/shared/community/vocabulary.ts';

/** Whose desk writes notices. To which areas, the server says. */
export const noticeRoles = [
  'administrator',
  'branch-committee',
  'residents-committee',
  'building-leader',
  'grid-worker',
] as const satisfies readonly Role[];
