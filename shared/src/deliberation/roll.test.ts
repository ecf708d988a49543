import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezeRoll, type Candidate } from './roll.ts';
import type { Electorate } from './stages/stage.ts';

const at = Date.parse('2026-11-21T09:00:00+08:00');
const committees: Electorate = { kind: 'bodies', bodies: ['branch-committee', 'residents-committee'] };
const adults: Electorate = { kind: 'adults' };
const households: Electorate = { kind: 'households' };
const person = (residentId: string, more: Partial<Candidate> = {}): Candidate => ({
  residentId,
  body: 'branch-committee',
  dwellingId: null,
  from: '2024-01-01',
  until: null,
  bornOn: '1980-01-01',
  signed: false,
  rank: 0,
  ...more,
});
const at_home = (residentId: string, dwellingId: string, more: Partial<Candidate> = {}): Candidate =>
  person(residentId, { body: null, dwellingId, ...more });

describe('a roll of bodies', () => {
  it('when a person sits in both committees → one entry with both', () => {
    const roll = freezeRoll([person('a', { body: 'residents-committee' }), person('b'), person('a')], committees, at);
    expect(roll.entries).toEqual([
      { voterId: 'a', bodies: ['branch-committee', 'residents-committee'], dwellingId: null, excused: false },
      { voterId: 'b', bodies: ['branch-committee'], dwellingId: null, excused: false },
    ]);
    expect(roll.due).toBe(2);
  });
  it.each([
    ['2026-11-21', null, true],
    ['2026-11-22', null, false],
    ['2020-01-01', '2026-11-22', true],
    ['2020-01-01', '2026-11-21', false],
  ])('when a term runs from %s until %s → due: %s', (from, until, due) => {
    const roll = freezeRoll([person('a', { from, until })], committees, at);
    expect(roll.due).toBe(due ? 1 : 0);
    expect(roll.leftOut).toEqual(due ? [] : [{ residentId: 'a', reason: 'out-of-term' }]);
  });
  it('when one of two terms has ended → still due by the other, and not reported', () => {
    const roll = freezeRoll(
      [person('a', { until: '2026-01-01' }), person('a', { body: 'residents-committee' })],
      committees,
      at,
    );
    expect(roll).toMatchObject({ due: 1, leftOut: [], entries: [{ voterId: 'a', bodies: ['residents-committee'] }] });
  });
  it('when a member of another body is offered → not due', () => {
    expect(freezeRoll([person('a', { body: 'supervisors' }), at_home('b', 'd')], committees, at)).toMatchObject({
      due: 0,
      leftOut: [
        { residentId: 'a', reason: 'other-body' },
        { residentId: 'b', reason: 'other-body' },
      ],
    });
  });
  it('asks nobody in a body for a birth date', () =>
    expect(freezeRoll([person('a', { bornOn: null })], committees, at).due).toBe(1));
  it('when members are excused → listed and not due; when all are → nobody is due', () => {
    expect(freezeRoll([person('a'), person('b')], committees, at, new Set(['a', 'z']))).toMatchObject({
      due: 1,
      excused: 1,
      entries: [{ excused: true }, { excused: false }],
    });
    expect(freezeRoll([person('a'), person('b')], committees, at, new Set(['a', 'b']))).toMatchObject({
      due: 0,
      excused: 2,
    });
  });
  it('when nobody is offered → empty', () =>
    expect(freezeRoll([], committees, at)).toEqual({
      entries: [],
      due: 0,
      excused: 0,
      leftOut: [],
      unrepresented: [],
    }));
});

describe('a roll of adults', () => {
  it.each([
    ['2008-11-21', 1],
    ['2008-11-22', 0],
  ])('when born on %s → %i due', (bornOn, due) =>
    expect(freezeRoll([at_home('a', 'd', { bornOn })], adults, at).due).toBe(due),
  );
  it('when the birth date is unknown → left out and reported', () =>
    expect(freezeRoll([at_home('a', 'd', { bornOn: null })], adults, at)).toMatchObject({
      due: 0,
      leftOut: [{ residentId: 'a', reason: 'birth-date-unknown' }],
    }));
  it.each([
    [null, 1],
    ['2015-01-01', 0],
  ])('when an owner or tenant is born on %s → %i due', (bornOn, due) =>
    expect(freezeRoll([at_home('a', 'd', { bornOn, signed: true })], adults, at).due).toBe(due),
  );
  it('when a person has two dwellings → one entry, tied to none', () =>
    expect(freezeRoll([at_home('a', 'd1'), at_home('a', 'd2')], adults, at).entries).toEqual([
      { voterId: 'a', bodies: [], dwellingId: null, excused: false },
    ]));
});

describe('a roll of households', () => {
  it('when a household has several adults → the first asked, the others reported', () => {
    const roll = freezeRoll(
      [at_home('b', 'd1', { rank: 1 }), at_home('a', 'd1', { rank: 2 }), at_home('c', 'd1', { bornOn: '2015-01-01' })],
      households,
      at,
    );
    expect(roll.entries).toEqual([{ voterId: 'b', bodies: [], dwellingId: 'd1', excused: false }]);
    expect(roll.leftOut).toEqual([
      { residentId: 'a', reason: 'household-represented' },
      { residentId: 'c', reason: 'under-age' },
    ]);
  });
  it('when the owner of two dwellings is all that one of them has → the other sends somebody else', () => {
    const roll = freezeRoll(
      [at_home('owner', 'd1'), at_home('spouse', 'd1', { rank: 1 }), at_home('owner', 'd2')],
      households,
      at,
    );
    expect(roll.entries.map(({ voterId, dwellingId }) => [voterId, dwellingId])).toEqual([
      ['owner', 'd2'],
      ['spouse', 'd1'],
    ]);
  });
  it('when one person is all that two dwellings have → one vote, the other dwelling reported', () =>
    expect(freezeRoll([at_home('a', 'd1'), at_home('a', 'd2')], households, at)).toMatchObject({
      due: 1,
      unrepresented: ['d2'],
    }));
});

describe('any roll', () => {
  const day = fc.constantFrom(
    '2007-01-01',
    '2008-11-21',
    '2008-11-22',
    '2020-01-01',
    '2026-11-20',
    '2026-11-21',
    '2026-11-22',
  );
  const candidate: fc.Arbitrary<Candidate> = fc.record({
    residentId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    body: fc.constantFrom('branch-committee', 'residents-committee', 'supervisors', null),
    dwellingId: fc.constantFrom('d1', 'd2', 'd3', null),
    from: day,
    until: fc.option(day),
    bornOn: fc.option(day),
    signed: fc.boolean(),
    rank: fc.nat(2),
  });
  const offered = fc.array(candidate, { maxLength: 10 });
  const holds = (c: Candidate): boolean => c.from <= '2026-11-21' && !(c.until !== null && c.until <= '2026-11-21');
  const grown = (c: Candidate): boolean => (c.bornOn === null ? c.signed : c.bornOn <= '2008-11-21');

  it('of bodies or adults is the set of those who qualify', () => {
    fc.assert(
      fc.property(offered, fc.constantFrom(committees, adults), (list, electorate) => {
        const qualify = list.filter(
          (c) => holds(c) && (electorate.kind === 'adults' ? grown(c) : c.body !== null && c.body !== 'supervisors'),
        );
        expect(freezeRoll(list, electorate, at).entries.map(({ voterId }) => voterId)).toEqual(
          [...new Set(qualify.map((c) => c.residentId))].sort(),
        );
      }),
    );
  });
  it('of households represents as many as any assignment can', () => {
    const most = (dwellings: [string, Set<string>][], taken: readonly string[]): number => {
      const [first, ...rest] = dwellings;
      if (first === undefined) return 0;
      let best = most(rest, taken);
      for (const id of first[1]) if (!taken.includes(id)) best = Math.max(best, 1 + most(rest, [...taken, id]));
      return best;
    };
    fc.assert(
      fc.property(offered, (list) => {
        const dwellings = new Map<string, Set<string>>();
        for (const c of list)
          if (holds(c) && grown(c) && c.dwellingId !== null)
            dwellings.set(c.dwellingId, (dwellings.get(c.dwellingId) ?? new Set()).add(c.residentId));
        const roll = freezeRoll(list, households, at);
        expect(roll.due).toBe(most([...dwellings], []));
        expect(new Set(roll.entries.map((e) => e.dwellingId)).size).toBe(roll.due);
        for (const { voterId, dwellingId } of roll.entries)
          expect(dwellings.get(dwellingId ?? '')?.has(voterId)).toBe(true);
        expect(roll.due + roll.unrepresented.length).toBe(dwellings.size);
      }),
    );
  });
  it('does not depend on the order of the register, keeps everybody once, and due + excused = entries', () => {
    fc.assert(
      fc.property(
        offered,
        fc.constantFrom(committees, adults, households),
        fc.subarray(['a', 'b', 'c']),
        (list, electorate, away) => {
          const roll = freezeRoll(list, electorate, at, new Set(away));
          expect(freezeRoll([...list].reverse(), electorate, at, new Set(away)).entries.map((e) => e.voterId)).toEqual(
            roll.entries.map((e) => e.voterId),
          );
          expect(roll.due + roll.excused).toBe(roll.entries.length);
          const mentioned = [...roll.entries.map((e) => e.voterId), ...roll.leftOut.map((l) => l.residentId)].sort();
          const offeredIds = [...new Set(list.map((c) => c.residentId))].sort();
          expect(mentioned.filter((id, i) => mentioned.indexOf(id) !== i)).toEqual([]);
          expect(mentioned).toEqual(offeredIds);
        },
      ),
    );
  });
});
