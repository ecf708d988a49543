import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideBallot, type BallotFacts } from './ballot.ts';
import { ballotChannels, choices, sessionStatuses } from './vocabulary.ts';

type Overrides = Partial<Omit<BallotFacts, 'session'>> & { session?: Partial<BallotFacts['session']> };
const facts = ({ session, ...rest }: Overrides = {}): BallotFacts => ({
  session: { status: 'open', closesAt: 1000, secret: false, online: true, ballotChanges: 1, ...session },
  entry: { voterId: 'voter', excused: false, present: false },
  previous: null,
  choice: 'yes',
  channel: 'online',
  now: 999,
  enteredBy: 'voter',
  witnessIds: [],
  photoId: null,
  receipt: 'none',
  ...rest,
});
const code = (overrides: Overrides): string => {
  const result = decideBallot(facts(overrides));
  return result.ok ? result.value.kind : result.refusal.code;
};
const paper = { channel: 'paper', enteredBy: 'clerk', witnessIds: ['ann', 'bob'], photoId: 'photo' } as const;
const cast = { channel: 'online', changes: 0, choice: 'no' } as const;
const hidden = { channel: 'online', changes: 0, choice: null } as const;

describe('decideBallot', () => {
  it.each<[string, Overrides, string]>([
    ['the first ballot', {}, 'cast'],
    ['the meeting is only convened', { session: { status: 'convened' } }, 'session-not-open'],
    ['the meeting was cancelled', { session: { status: 'cancelled' } }, 'session-not-open'],
    ['the meeting is counted', { session: { status: 'passed' } }, 'session-closed'],
    ['the meeting is void', { session: { status: 'void' } }, 'session-closed'],
    ['the deadline is this very millisecond', { now: 1000 }, 'session-closed'],
    ['the voter is not on the roll', { entry: null }, 'not-on-roll'],
    ['the voter is excused', { entry: { voterId: 'voter', excused: true, present: false } }, 'excused'],
    ['the meeting is in a room and the voter is not', { session: { online: false } }, 'in-person-only'],
    [
      'the meeting is in a room and the voter was signed in',
      { session: { online: false }, entry: { voterId: 'voter', excused: false, present: true } },
      'cast',
    ],
    ['paper in a meeting in a room', { ...paper, session: { online: false } }, 'cast'],
    ['the choice is none', { choice: 'maybe' }, 'choice-invalid'],
    ['paper with two witnesses and a photo', paper, 'cast'],
    ['assisted with two witnesses and a photo', { ...paper, channel: 'assisted' }, 'cast'],
    ['paper with one witness', { ...paper, witnessIds: ['ann'] }, 'witnesses-needed'],
    ['paper with one witness twice', { ...paper, witnessIds: ['ann', 'ann'] }, 'witnesses-needed'],
    ['paper with three witnesses', { ...paper, witnessIds: ['ann', 'bob', 'cat'] }, 'witnesses-needed'],
    ['paper with a blank witness', { ...paper, witnessIds: ['ann', ' '] }, 'witnesses-needed'],
    ['paper witnessed by the voter', { ...paper, witnessIds: ['ann', 'voter'] }, 'witnesses-needed'],
    ['paper witnessed by who enters it', { ...paper, witnessIds: ['clerk', 'bob'] }, 'witnesses-needed'],
    ['paper without a photo', { ...paper, photoId: null }, 'photo-needed'],
    ['paper after an online ballot', { ...paper, previous: cast }, 'already-voted'],
    ['online after a paper ballot', { previous: { ...cast, channel: 'paper' } }, 'already-voted'],
    ['paper after a paper ballot', { ...paper, previous: { ...cast, channel: 'paper' } }, 'already-voted'],
    ['the same choice again', { previous: { ...cast, choice: 'yes' } }, 'already-voted'],
    ['another choice', { previous: cast }, 'changed'],
    ['another choice, changes used up', { previous: { ...cast, changes: 1 } }, 'change-not-allowed'],
    [
      'another choice where none may be changed',
      { previous: cast, session: { ballotChanges: 0 } },
      'change-not-allowed',
    ],
    ['secret, again without a receipt', { previous: hidden, session: { secret: true } }, 'already-voted'],
    [
      'secret, with a receipt of nobody',
      { previous: hidden, session: { secret: true }, receipt: 'unknown' },
      'receipt-wrong',
    ],
    ['secret, with the receipt', { previous: hidden, session: { secret: true }, receipt: 'found' }, 'changed'],
    [
      'secret, with the receipt, changes used up',
      { previous: { ...hidden, changes: 1 }, session: { secret: true }, receipt: 'found' },
      'change-not-allowed',
    ],
  ])('when %s → %s', (_, overrides, expected) => expect(code(overrides)).toBe(expected));

  const anything = fc.record({
    session: fc.record({
      status: fc.constantFrom(...sessionStatuses),
      closesAt: fc.nat(20),
      secret: fc.boolean(),
      online: fc.boolean(),
      ballotChanges: fc.nat(2),
    }),
    entry: fc.option(fc.record({ voterId: fc.constant('voter'), excused: fc.boolean(), present: fc.boolean() })),
    previous: fc.option(
      fc.record({
        channel: fc.constantFrom(...ballotChannels),
        changes: fc.nat(2),
        choice: fc.option(fc.constantFrom(...choices)),
      }),
    ),
    choice: fc.constantFrom(...choices, 'maybe'),
    channel: fc.constantFrom(...ballotChannels),
    now: fc.nat(20),
    enteredBy: fc.constantFrom('voter', 'clerk'),
    witnessIds: fc.array(fc.constantFrom('ann', 'bob', 'clerk', 'voter'), { maxLength: 3 }),
    photoId: fc.option(fc.constant('photo')),
    receipt: fc.constantFrom('none', 'unknown', 'found'),
  }) satisfies fc.Arbitrary<BallotFacts>;

  it('whatever is accepted: open, in time, on the roll, witnessed off line, within the allowed changes', () => {
    fc.assert(
      fc.property(anything, (input) => {
        const result = decideBallot(input);
        if (!result.ok) return;
        expect(input.session.status).toBe('open');
        expect(input.now).toBeLessThan(input.session.closesAt);
        expect(input.entry?.excused).toBe(false);
        expect(input.channel !== 'online' || input.session.online || input.entry?.present).toBe(true);
        if (input.channel !== 'online')
          expect([new Set(input.witnessIds).size, input.photoId, input.previous]).toEqual([2, 'photo', null]);
        expect(result.value.kind).toBe(input.previous === null ? 'cast' : 'changed');
        expect(result.value.changes).toBe(input.previous === null ? 0 : input.previous.changes + 1);
        expect(result.value.changes).toBeLessThanOrEqual(input.session.ballotChanges);
      }),
      { numRuns: 5000 },
    );
  });
  it('a voter who keeps trying ends with one ballot and no more changes than allowed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...choices), { maxLength: 8 }), fc.nat(2), (attempts, ballotChanges) => {
        let previous: BallotFacts['previous'] = null;
        for (const choice of attempts) {
          const result = decideBallot(facts({ choice, previous, session: { ballotChanges } }));
          if (result.ok) previous = { channel: 'online', changes: result.value.changes, choice };
        }
        // Independent: runs of equal attempts are one; the first counts, then at most `ballotChanges` of the rest.
        const runs = attempts.filter((choice, i) => choice !== attempts[i - 1]);
        let expected: string | undefined;
        let used = -1;
        for (const choice of runs)
          if (choice !== expected && used < ballotChanges) [expected, used] = [choice, used + 1];
        expect(previous?.choice).toBe(expected);
      }),
    );
  });
});
