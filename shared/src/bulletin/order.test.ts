import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWaiting, waitingRank, type WaitingNotice } from './order.ts';
import { noticeCategories } from './vocabulary.ts';

const waiting: fc.Arbitrary<WaitingNotice> = fc.record({
  id: fc.string({ minLength: 4, maxLength: 8 }),
  category: fc.constantFrom(...noticeCategories),
  needsAck: fc.boolean(),
  version: fc.integer({ min: 1, max: 3 }),
  readVersion: fc.integer({ min: 0, max: 3 }),
  ackVersion: fc.integer({ min: 0, max: 3 }),
  publishedAt: fc.integer({ min: 0, max: 5 }),
  expiresAt: fc.option(fc.integer({ min: 0, max: 5 })),
});

describe('the order of what waits for somebody', () => {
  const one: WaitingNotice = {
    id: 'a', category: 'activity', needsAck: true, version: 2, readVersion: 1, ackVersion: 1, publishedAt: 1, expiresAt: null,
  };

  it('puts emergencies first, then acknowledgements by expiry, then corrections', () => {
    const urgent = { ...one, id: 'u', category: 'urgent' as const };
    const soon = { ...one, id: 's', expiresAt: 9 };
    const corrected = { ...one, id: 'c', needsAck: false };
    const sorted = [corrected, one, soon, urgent].sort(compareWaiting);
    expect(sorted.map(({ id }) => id)).toEqual(['u', 's', 'a', 'c']);
  });

  it('lets an acknowledgement of an older version wait again', () => {
    expect(waitingRank({ ...one, ackVersion: 2 })).toBe(2);
    expect(waitingRank({ ...one, ackVersion: 2, readVersion: 2 })).toBeNull();
    expect(waitingRank({ ...one, readVersion: 2 })).toBe(1);
    expect(waitingRank({ ...one, needsAck: false, readVersion: 0, ackVersion: 0 })).toBeNull();
  });

  it('does not depend on the order it is given in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(waiting, { selector: ({ id }) => id }), (list) => {
        expect([...list].reverse().sort(compareWaiting)).toEqual([...list].sort(compareWaiting));
      }),
    );
  });
});
