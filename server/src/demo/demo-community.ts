import type { Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Act } from '../community/act.ts';

/** The demonstration community; where it exists the demonstration has been set up. */
export const demoCommunityId = 'fenglin';

export const must = <T>(result: Result<T>): T => {
  if (result.ok) return result.value;
  throw new Error(`the demonstration was refused: ${result.refusal.code} ${result.refusal.field ?? ''}`);
};

/** Carries a command out as the administrator of the demonstration. */
export type Command = <T>(run: (act: Act) => Promise<Result<T>>) => Promise<T>;
