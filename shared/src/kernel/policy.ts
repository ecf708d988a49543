import type { Role } from '../community/vocabulary.ts';

/**
 * Who may call an operation at all. `public`: anyone, without an account; `account`: anyone signed in;
 * `member`: any resident of the community; a list: members who hold one of these roles. What else a rule demands
 * (being on a roll, leading this very building) is decided by the engine's `allowed`.
 */
export type Policy = 'public' | 'account' | 'member' | readonly Role[];

/** One row for every operation of an api table: an operation without a row cannot be served. */
export type PolicyTable<Operations> = Readonly<Record<keyof Operations, Policy>>;

export const permits = (policy: Policy, actor: { readonly roles: readonly Role[] } | null, signedIn: boolean): boolean => {
  if (policy === 'public') return true;
  if (policy === 'account') return signedIn;
  if (actor === null) return false;
  return policy === 'member' || policy.some((role) => actor.roles.includes(role));
};
