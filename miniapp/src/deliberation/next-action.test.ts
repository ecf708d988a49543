import { actions } from '@bandeng/shared/deliberation/allowed.ts';
import { describe, expect, it } from 'vitest';
import { isAsked, splitActions } from './next-action';

const allow = (...names: (typeof actions)[number][]) => names.map((action) => ({ action, subjectId: null }));
const primaryOf = (...names: (typeof actions)[number][]) =>
  splitActions({ allowed: allow(...names), myRating: null }).primary?.action ?? null;

describe('the action at the foot', () => {
  it('is the vote before everything else', () => {
    expect(primaryOf('comment', 'convene', 'check-in', 'cast-ballot', 'declare-interest')).toBe('cast-ballot');
  });

  it('is one’s own word before the work of an office', () => {
    expect(primaryOf('convene', 'sign-minutes', 'comment')).toBe('sign-minutes');
  });

  it('is never one that undoes something', () => {
    expect(primaryOf('withdraw', 'amend', 'declare-interest', 'moderate')).toBeNull();
  });

  it('is a rating until it is given, and in the menu afterwards', () => {
    const given = splitActions({ allowed: allow('rate', 'comment'), myRating: { stars: 5, text: '' } });
    expect(primaryOf('rate', 'comment')).toBe('rate');
    expect([given.primary?.action, given.others.map(({ action }) => action)]).toEqual(['comment', ['rate']]);
  });

  it('asks for nothing that is open to everybody at any time', () => {
    expect(allow('comment', 'file-objection', 'cast-ballot').map(isAsked)).toEqual([false, false, true]);
  });
});

it('nothing that is allowed gets lost between the foot and the menu, but what is chosen on the page of another', () => {
  const { primary, others } = splitActions({ allowed: allow(...actions), myRating: null });
  const offered = actions.filter((action) => action !== 'convene-joint');
  expect([primary?.action, ...others.map(({ action }) => action)].sort()).toEqual([...offered].sort());
});

it('many objections to answer are offered once: the page lists them', () => {
  const allowed = ['o1', 'o2', 'o3'].map((subjectId) => ({ action: 'answer-objection', subjectId }));
  expect(splitActions({ allowed, myRating: null })).toEqual({ primary: allowed[0], others: [] });
});
