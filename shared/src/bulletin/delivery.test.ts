import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTallies, dwellingState, isReached, levels, noDwellings, reachedOf, stateOfLevel, tallyState, type PersonDelivery } from './delivery.ts';
import { deliveryStates } from './vocabulary.ts';

const person = (more: Partial<PersonDelivery> = {}): PersonDelivery => ({ hasAccount: true, readVersion: 0, ackVersion: 0, ...more });

const people = fc.array(
  fc.record({ hasAccount: fc.boolean(), readVersion: fc.integer({ min: 0, max: 3 }), ackVersion: fc.integer({ min: 0, max: 3 }) }),
  { maxLength: 5 },
);
const version = fc.integer({ min: 1, max: 3 });

describe('how far a notice came with a dwelling', () => {
  it('is the best that one of its people did', () => {
    expect(dwellingState([], 0, 1)).toBe('not-registered');
    expect(dwellingState([person({ hasAccount: false })], 0, 1)).toBe('not-registered');
    expect(dwellingState([person({ hasAccount: false }), person()], 0, 1)).toBe('not-reached');
    expect(dwellingState([person(), person({ readVersion: 1 })], 0, 1)).toBe('read');
    expect(dwellingState([person({ readVersion: 1 }), person({ readVersion: 1, ackVersion: 1 })], 0, 1)).toBe('acknowledged');
  });

  it('takes what was told at the door for an acknowledgement', () => {
    expect(dwellingState([], 1, 1)).toBe('acknowledged');
  });

  it('begins anew with a correction', () => {
    expect(dwellingState([person({ readVersion: 1, ackVersion: 1 })], 1, 2)).toBe('not-reached');
  });

  it('asks for an acknowledgement or for reading', () => {
    expect(deliveryStates.filter((state) => isReached(state, true))).toEqual(['acknowledged']);
    expect(deliveryStates.filter((state) => isReached(state, false))).toEqual(['acknowledged', 'read']);
  });

  it('never worsens when somebody more lives there or does more', () => {
    fc.assert(
      fc.property(people, people, fc.integer({ min: 0, max: 3 }), version, (some, more, told, v) => {
        const rank = (state: ReturnType<typeof dwellingState>) => levels.indexOf(state);
        expect(rank(dwellingState([...some, ...more], told, v))).toBeGreaterThanOrEqual(rank(dwellingState(some, told, v)));
        expect(rank(dwellingState(some, told, v))).toBeGreaterThanOrEqual(rank(dwellingState(some, told, v + 1)));
      }),
    );
  });

  it('counts every dwelling in exactly one state, in any order and grouping', () => {
    const states = fc.array(fc.constantFrom(...deliveryStates));
    const tally = (list: readonly (typeof deliveryStates)[number][]) => list.reduce((so, state) => tallyState(so, state, 1), noDwellings);
    fc.assert(
      fc.property(states, states, fc.boolean(), (a, b, needsAck) => {
        const whole = tally([...a, ...b]);
        expect(addTallies(tally(b), tally(a))).toEqual(whole);
        expect(whole.acknowledged + whole.read + whole.notReached + whole.notRegistered).toBe(whole.dwellings);
        expect(reachedOf(whole, needsAck)).toBe([...a, ...b].filter((state) => isReached(state, needsAck)).length);
      }),
    );
  });

  it('names every level', () => {
    expect([0, 1, 2, 3].map(stateOfLevel)).toEqual(levels);
  });
});
