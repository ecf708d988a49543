import type { Role } from '../community/vocabulary.ts';
import type { GroupRole } from './vocabulary.ts';

/** What somebody is to a group whose order is to be kept. */
export interface OrderFacts {
  /** Role in the group; null for somebody who is not in it. */
  readonly groupRole: GroupRole | null;
  readonly roles: readonly Role[];
  /** Building leader or grid worker of an area in which the area of the group lies. */
  readonly leadsArea: boolean;
}

/** The residents' committee answers for order in every group of the community, without being in it. */
export const moderatesEverywhere = (roles: readonly Role[]): boolean =>
  roles.includes('residents-committee') || roles.includes('administrator');

/** Supervisors read what was done to keep order; they do not keep it. */
export const readsWholeLog = (roles: readonly Role[]): boolean => moderatesEverywhere(roles) || roles.includes('supervisor');

/** A deletion is judged again by others than the leader on the spot. */
export const reviewsDeletions = moderatesEverywhere;

export const moderates = ({ groupRole, roles, leadsArea }: OrderFacts): boolean =>
  moderatesEverywhere(roles) || leadsArea || groupRole === 'owner' || groupRole === 'moderator';

const ranks: Readonly<Record<GroupRole, number>> = { member: 0, moderator: 1, owner: 2 };

const rankOf = ({ groupRole, roles, leadsArea }: OrderFacts): number => {
  if (moderatesEverywhere(roles)) return 3;
  return Math.max(leadsArea ? ranks.moderator : 0, groupRole === null ? 0 : ranks[groupRole]);
};

/** Nobody silences an equal or a superior: moderators not each other, and nobody in the group its owner. */
export const mayMute = (facts: OrderFacts, target: GroupRole): boolean => rankOf(facts) > ranks[target];
