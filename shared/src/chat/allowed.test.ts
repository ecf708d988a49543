import { describe, expect, it } from 'vitest';
import { allowedInGroup, isMuted, mayActOn, type GroupFacts } from './allowed.ts';
import { groupRoles } from './vocabulary.ts';

const facts = (over: Partial<GroupFacts> = {}): GroupFacts => ({
  kind: 'area',
  speaking: 'everyone',
  dissolved: false,
  role: 'member',
  mutedUntil: null,
  now: 1000,
  ...over,
});

describe('what a member may do in a group', () => {
  it('lets members of a register group speak, and nothing else', () => {
    expect(allowedInGroup(facts())).toEqual(['speak']);
  });

  it('lets moderators of a register group keep order and name it, but not decide who is in it', () => {
    const may = allowedInGroup(facts({ role: 'moderator' }));
    expect(may).toEqual(['speak', 'mention-all', 'pin', 'delete', 'mute', 'rename', 'set-policy']);
  });

  it('keeps members quiet where only leaders speak, and the muted everywhere', () => {
    expect(allowedInGroup(facts({ speaking: 'moderators' }))).toEqual([]);
    expect(allowedInGroup(facts({ speaking: 'moderators', role: 'moderator' }))).toContain('speak');
    expect(allowedInGroup(facts({ mutedUntil: 1001 }))).toEqual([]);
    expect(allowedInGroup(facts({ mutedUntil: 1000 }))).toEqual(['speak']);
    expect(isMuted({ mutedUntil: null, now: 0 })).toBe(false);
  });

  it('gives a free group to its owner, its order to moderators, invitations to everybody', () => {
    const of = (role: GroupFacts['role']) => allowedInGroup(facts({ kind: 'free', role }));
    expect(of('member')).toEqual(['speak', 'invite', 'leave']);
    expect(of('moderator')).toEqual(['speak', 'mention-all', 'pin', 'delete', 'mute', 'invite', 'remove', 'leave']);
    expect(of('owner')).toEqual(
      ['speak', 'mention-all', 'pin', 'delete', 'mute', 'invite', 'remove', 'rename', 'set-policy', 'set-roles', 'dissolve'],
    );
  });

  it('leaves nothing to do in a dissolved group but to leave it', () => {
    for (const role of groupRoles) {
      expect(allowedInGroup(facts({ kind: 'free', dissolved: true, role }))).toEqual(['leave']);
    }
    expect(allowedInGroup(facts({ dissolved: true, role: 'moderator' }))).toEqual([]);
  });

  it('lets nobody act upwards or sideways', () => {
    const pairs = groupRoles.flatMap((role) => groupRoles.map((target) => [role, target] as const));
    expect(pairs.filter(([role, target]) => mayActOn(role, target))).toEqual([
      ['owner', 'moderator'],
      ['owner', 'member'],
      ['moderator', 'member'],
    ]);
  });
});
