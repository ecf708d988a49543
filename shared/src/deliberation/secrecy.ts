import type { MatterType } from './vocabulary.ts';

/** Elections are always by secret ballot [居民委员会组织法 2025 rev., art. 19]; other matters say so before opening. */
export const decideSecrecy = (type: MatterType, asked: boolean): boolean => type === 'election' || asked;
