import type { Role } from '@bandeng/shared/community/vocabulary.ts';

/**
 * How a speaker is introduced, by the first that holds. Party membership is sensitive and never shown; a seat in a committee is
 * a public office.
 */
const labels: readonly (readonly [Role, string])[] = [
  ['supervisor', '居务监督'],
  ['residents-committee', '居委会'],
  ['branch-committee', '支委'],
  ['representative', '居民代表'],
  ['facilitator', '议事主持人'],
  ['building-leader', '楼栋长'],
  ['grid-worker', '网格员'],
  ['owner', '业主'],
  ['tenant', '租户'],
];

export const roleLabel = (roles: readonly Role[]): string =>
  labels.find(([role]) => roles.includes(role))?.[1] ?? '居民';
