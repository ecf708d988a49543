import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedOnNotice, type NoticeFacts } from './allowed.ts';
import { noticeStatuses } from './vocabulary.ts';

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
    expect(allowedOnNotice(author)).toEqual(['correct', 'withdraw', 'remind', 'remind-doors', 'assign-knocks', 'see-delivery']);
    expect(allowedOnNotice({ ...author, coversAll: false })).toEqual([]);
  });

  it('lets a leader of one of its areas follow it and hand over doors, no more', () => {
    expect(allowedOnNotice({ ...facts, coversSome: true })).toEqual(['remind-doors', 'assign-knocks', 'see-delivery']);
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
