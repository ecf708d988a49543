import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedOnNotice, type NoticeFacts } from './allowed.ts';
import { compareWaiting, waitingRank, type WaitingNotice } from './order.ts';
import { nextReminder, noticeStatus, refuseTimes } from './status.ts';
import { noticeCategories, noticeLimits, noticeStatuses } from './vocabulary.ts';

const day = 86_400_000;

describe('the status of a notice', () => {
  it('expires at the very instant it names, and only once it is out', () => {
    expect(noticeStatus('published', 100, 99)).toBe('published');
    expect(noticeStatus('published', 100, 100)).toBe('expired');
    expect(noticeStatus('published', null, 100)).toBe('published');
    expect(noticeStatus('withdrawn', 100, 200)).toBe('withdrawn');
    expect(noticeStatus('draft', 100, 200)).toBe('draft');
  });

  it('refuses to publish in the past, too far ahead, or beyond its own expiry', () => {
    expect(refuseTimes({ at: null, expiresAt: null }, 100)).toBeNull();
    expect(refuseTimes({ at: 100, expiresAt: null }, 100)).toBe('time-past');
    expect(refuseTimes({ at: 100 + 90 * day, expiresAt: null }, 100)).toBeNull();
    expect(refuseTimes({ at: 101 + 90 * day, expiresAt: null }, 100)).toBe('time-too-far');
    expect(refuseTimes({ at: null, expiresAt: 100 }, 100)).toBe('expiry-past');
    expect(refuseTimes({ at: 200, expiresAt: 200 }, 100)).toBe('expiry-past');
    expect(refuseTimes({ at: 200, expiresAt: 201 }, 100)).toBeNull();
  });

  it('lets a reminder follow four hours after the last', () => {
    expect(nextReminder(null, 5)).toBeNull();
    expect(nextReminder(0, noticeLimits.reminderGapMs - 1)).toBe(noticeLimits.reminderGapMs);
    expect(nextReminder(0, noticeLimits.reminderGapMs)).toBeNull();
  });
});

const facts: NoticeFacts = { status: 'published', isAuthor: false, coversAll: false, coversSome: false, oversees: false, ackWaits: false };
const anyFacts = fc.record({
  status: fc.constantFrom(...noticeStatuses),
  isAuthor: fc.boolean(),
  coversAll: fc.boolean(),
  coversSome: fc.boolean(),
  oversees: fc.boolean(),
  ackWaits: fc.boolean(),
});

describe('what somebody may do with a notice', () => {
  it('lets a reader acknowledge and nothing else', () => {
    expect(allowedOnNotice({ ...facts, ackWaits: true })).toEqual(['acknowledge']);
  });

  it('lets an author who still holds the area rewrite a draft, and correct what is out', () => {
    const author = { ...facts, isAuthor: true, coversAll: true };
    expect(allowedOnNotice({ ...author, status: 'draft' })).toEqual(['edit', 'publish', 'discard']);
    expect(allowedOnNotice({ ...author, status: 'scheduled' })).toContain('unschedule');
    expect(allowedOnNotice(author)).toEqual(['correct', 'withdraw', 'remind', 'assign-knocks', 'see-delivery']);
    expect(allowedOnNotice({ ...author, coversAll: false })).toEqual([]);
  });

  it('lets a leader of one of its areas follow it and hand over doors, no more', () => {
    expect(allowedOnNotice({ ...facts, coversSome: true })).toEqual(['assign-knocks', 'see-delivery']);
  });

  it('shows a draft to its author alone, whoever else looks', () => {
    fc.assert(
      fc.property(anyFacts, (some) => {
        const allowed = allowedOnNotice({ ...some, status: 'draft', isAuthor: false });
        expect(allowed).toEqual([]);
      }),
    );
  });

  it('never offers to change what is out in place, nor to do anything with what was withdrawn but look', () => {
    fc.assert(
      fc.property(anyFacts, (some) => {
        const allowed = allowedOnNotice(some);
        expect(new Set(allowed).size).toBe(allowed.length);
        if (some.status !== 'draft' && some.status !== 'scheduled') expect(allowed).not.toContain('edit');
        if (some.status === 'withdrawn') expect(allowed.filter((one) => one !== 'see-delivery')).toEqual([]);
      }),
    );
  });
});

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
