import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roles } from '../community/vocabulary.ts';
import { groupRoles } from './vocabulary.ts';
import { mayMute, moderates, moderatesEverywhere, type OrderFacts, readsWholeLog } from './who-moderates.ts';

const nobody: OrderFacts = { groupRole: null, roles: ['resident'], leadsArea: false };

describe('who keeps order', () => {
  it('is the owner, a moderator, the leader of the area and the committee, and no plain member', () => {
    expect(moderates({ ...nobody, groupRole: 'owner' })).toBe(true);
    expect(moderates({ ...nobody, groupRole: 'moderator' })).toBe(true);
    expect(moderates({ ...nobody, leadsArea: true })).toBe(true);
    expect(moderates({ ...nobody, roles: ['residents-committee'] })).toBe(true);
    expect(moderates({ ...nobody, roles: ['administrator'] })).toBe(true);
    expect(moderates({ ...nobody, groupRole: 'member' })).toBe(false);
    expect(moderates({ ...nobody, roles: ['building-leader', 'grid-worker', 'supervisor', 'branch-committee'] })).toBe(false);
  });

  it('lets supervisors read the log of all groups and keep order in none', () => {
    expect(readsWholeLog(['supervisor'])).toBe(true);
    expect(moderatesEverywhere(['supervisor'])).toBe(false);
    expect(readsWholeLog(['building-leader'])).toBe(false);
  });
});

describe('muting', () => {
  it('goes down only: an owner mutes moderators, a moderator members, a member nobody', () => {
    const owner: OrderFacts = { ...nobody, groupRole: 'owner' };
    const moderator: OrderFacts = { ...nobody, groupRole: 'moderator' };
    const leader: OrderFacts = { ...nobody, groupRole: 'member', leadsArea: true };
    const committee: OrderFacts = { ...nobody, roles: ['residents-committee'] };
    expect(groupRoles.map((role) => mayMute(owner, role))).toEqual([false, true, true]);
    expect(groupRoles.map((role) => mayMute(moderator, role))).toEqual([false, false, true]);
    expect(groupRoles.map((role) => mayMute(leader, role))).toEqual([false, false, true]);
    expect(groupRoles.map((role) => mayMute(committee, role))).toEqual([true, true, true]);
    expect(groupRoles.map((role) => mayMute({ ...nobody, groupRole: 'member' }, role))).toEqual([false, false, false]);
  });

  it('is for those only who keep order', () => {
    const facts = fc.record({
      groupRole: fc.option(fc.constantFrom(...groupRoles)),
      roles: fc.subarray([...roles]),
      leadsArea: fc.boolean(),
    });
    fc.assert(fc.property(facts, fc.constantFrom(...groupRoles), (one, target) => !mayMute(one, target) || moderates(one)));
  });
});
