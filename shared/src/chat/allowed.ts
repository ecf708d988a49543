import type { GroupAction, GroupKind, GroupRole, Speaking } from './vocabulary.ts';

/** A group and one member of it, as far as rights depend on them. */
export interface GroupFacts {
  readonly kind: GroupKind;
  readonly speaking: Speaking;
  readonly dissolved: boolean;
  readonly role: GroupRole;
  /** ms since 1970; null or past for somebody who may speak */
  readonly mutedUntil: number | null;
  /** ms since 1970 */
  readonly now: number;
}

export const leads = (role: GroupRole): boolean => role !== 'member';

export const isMuted = ({ mutedUntil, now }: Pick<GroupFacts, 'mutedUntil' | 'now'>): boolean =>
  mutedUntil !== null && mutedUntil > now;

const lead = ['mention-all', 'pin', 'delete', 'mute'] as const;
const shape = ['rename', 'set-policy'] as const;

/** What somebody who is in a group may do there now. Whoever is not in it may do nothing. */
export const allowedInGroup = (facts: GroupFacts): GroupAction[] => {
  const { kind, role, speaking } = facts;
  if (facts.dissolved) return kind === 'free' ? ['leave'] : [];
  const leader = leads(role);
  const may: GroupAction[] = [];
  if (!isMuted(facts) && (leader || speaking === 'everyone')) may.push('speak');
  if (leader) may.push(...lead);
  if (kind !== 'free') {
    if (leader) may.push(...shape);
    return may;
  }
  may.push('invite');
  if (leader) may.push('remove');
  if (role === 'owner') may.push(...shape, 'set-roles', 'dissolve');
  else may.push('leave');
  return may;
};

/** Nobody acts upwards or sideways: an owner on everyone else, a moderator on members only. */
export const mayActOn = (role: GroupRole, target: GroupRole): boolean =>
  role === 'owner' ? target !== 'owner' : role === 'moderator' && target === 'member';
