import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roles, type Role } from '../community/vocabulary.ts';
import { maySeeSplit } from './allowed-session.ts';
import { actions, allowedActions, isAllowed, type Action } from './allowed.ts';
import {
  noPart,
  type DisclosureFacts,
  type MatterFacts,
  type PartFacts,
  type SessionFacts,
  type ViewerFacts,
} from './facts.ts';
import {
  disclosureStatuses,
  matterStatuses,
  meetingStageIds,
  sessionStatuses,
  stageIds,
  type MeetingStageId,
} from './vocabulary.ts';
import { maySeeMatter } from './who.ts';

const viewer = (...held: Role[]): ViewerFacts => ({ residentId: 'me', dwells: true, roles: ['resident', ...held] });
const visitor: ViewerFacts = { residentId: null, dwells: false, roles: [] };
const session = (
  stageId: MeetingStageId,
  more: Partial<SessionFacts> = {},
  mine: Partial<PartFacts> = {},
): SessionFacts => ({
  id: 's1',
  stageId,
  status: 'open',
  startsAt: 10,
  closesAt: 20,
  online: true,
  allVoted: false,
  minutes: { written: false, signatures: 0, locked: false },
  ...more,
  mine: { ...noPart, ...mine },
});
const matter = (more: Partial<MatterFacts> = {}): MatterFacts => ({
  id: 'm1',
  status: 'running',
  stageId: 'resolve',
  proposerId: 'author',
  coauthorIds: ['co'],
  oneHead: false,
  sessions: [],
  disclosures: [],
  ...more,
});
const up = (stageId: DisclosureFacts['stageId'], more: Partial<DisclosureFacts> = {}): DisclosureFacts => ({
  id: 'd1',
  stageId,
  status: 'up',
  endsAt: 20,
  openObjectionIds: [],
  ...more,
});
const list = (facts: MatterFacts, who: ViewerFacts, now = 15): Action[] =>
  allowedActions(facts, who, now)
    .map(({ action }) => action)
    .sort();
const voter: Partial<PartFacts> = { onRoll: true };

describe('a draft', () => {
  const draft = matter({ status: 'draft', stageId: null });
  it('is edited by its authors and the administrator, sent off by authors of the branch committee', () => {
    expect(list(draft, { residentId: 'author', dwells: true, roles: ['branch-committee'] })).toEqual([
      'discard-draft',
      'edit-draft',
      'invite-coauthor',
      'submit',
      'withdraw',
    ]);
    expect(list(draft, { residentId: 'co', dwells: true, roles: ['resident'] })).toEqual(['edit-draft', 'withdraw']);
    expect(list(draft, viewer('administrator'))).toEqual(['edit-draft']);
  });
  it('is seen by the branch committee, the administrator, the supervisors and its authors only', () => {
    const seeing = roles.filter((role) => maySeeMatter(viewer(role), draft));
    expect(seeing).toEqual(['branch-committee', 'supervisor', 'administrator']);
    expect(maySeeMatter({ residentId: 'co', dwells: false, roles: [] }, draft)).toBe(true);
    expect(maySeeMatter(visitor, draft)).toBe(false);
  });
});

describe('a stage without a session', () => {
  it.each([
    ['propose', ['facilitator', 'branch-committee', 'administrator']],
    ['consult', ['facilitator', 'branch-committee', 'residents-committee', 'administrator']],
    ['review', ['facilitator', 'branch-committee', 'administrator']],
    ['resolve', ['facilitator', 'residents-committee', 'administrator']],
  ] as const)('%s is convened by %o', (stageId, expected) =>
    expect(roles.filter((role) => list(matter({ stageId }), viewer(role)).includes('convene'))).toEqual(expected),
  );
  it('the first two are convened as one only under one head, by whoever may convene the first, and only before it', () => {
    const joint = (facts: Partial<MatterFacts>, role: Role = 'facilitator') =>
      list(matter({ stageId: 'propose', oneHead: true, ...facts }), viewer(role)).includes('convene-joint');
    expect(joint({})).toBe(true);
    expect(joint({ oneHead: false })).toBe(false);
    expect(joint({}, 'residents-committee')).toBe(false);
    expect(joint({ stageId: 'consult' })).toBe(false);
    expect(joint({ sessions: [session('propose', { status: 'convened' })] })).toBe(false);
    expect(joint({ sessions: [session('consult', { status: 'convened' })] })).toBe(false);
  });
});

describe('a convened session', () => {
  const convened = (mine: Partial<PartFacts> = {}) =>
    matter({ sessions: [session('resolve', { status: 'convened' }, mine)] });
  it('is opened at its time, rescheduled and cancelled by those who serve it', () => {
    expect(list(convened(), viewer('residents-committee'))).toEqual([
      'cancel-session',
      'comment',
      'moderate',
      'open-session',
      'reschedule-session',
    ]);
    expect(list(convened(), viewer('facilitator'), 9)).not.toContain('open-session');
  });
  it('takes no ballots, but a declaration of interest', () =>
    expect(list(convened(voter), viewer())).toEqual(['comment', 'declare-interest']));
});

describe('an open session', () => {
  const open = (mine: Partial<PartFacts> = {}, more: Partial<SessionFacts> = {}) =>
    matter({ sessions: [session('resolve', more, mine)] });
  it.each<[string, Partial<PartFacts>, Action[]]>([
    ['not on the roll', {}, ['comment']],
    ['due', voter, ['cast-ballot', 'check-in', 'comment', 'declare-interest']],
    ['present', { ...voter, present: true }, ['cast-ballot', 'comment', 'declare-interest']],
    ['excused', { ...voter, excused: true }, ['comment']],
    ['voted, may change', { ...voter, present: true, voted: true, changesLeft: 1 }, ['change-ballot', 'comment']],
    ['voted, may not change', { ...voter, present: true, voted: true }, ['comment']],
  ])('when %s → %o', (_, mine, expected) => expect(list(open(mine), viewer())).toEqual(expected));
  it('when held in a room → only who was signed in votes, and nobody checks in from elsewhere', () => {
    const room = { online: false };
    expect(list(open(voter, room), viewer())).toEqual(['comment', 'declare-interest']);
    expect(list(open({ ...voter, present: true }, room), viewer())).toEqual(['cast-ballot', 'comment', 'declare-interest']);
  });
  it('when its time is over → only its count is left', () => {
    expect(list(open({ ...voter, voted: true, changesLeft: 1 }), viewer(), 20)).toEqual(['comment']);
    expect(list(open(), viewer('residents-committee'), 20)).toEqual([
      'close-session',
      'comment',
      'moderate',
      'write-minutes',
    ]);
  });
  it('is closed by hand only when all have voted', () => {
    expect(list(open(), viewer('residents-committee'))).not.toContain('close-session');
    expect(list(open({}, { allVoted: true }), viewer('residents-committee'))).toContain('close-session');
  });
  it('takes paper ballots from building leaders at stage 4, never at a party meeting', () => {
    expect(list(open(), viewer('building-leader'))).toEqual(['comment', 'enter-paper-ballot']);
    expect(
      list(matter({ stageId: 'review', sessions: [session('review')] }), viewer('building-leader', 'grid-worker')),
    ).toEqual(['comment']);
  });
  it('when joint → stage 2 is not closed before stage 1', () => {
    const joint = matter({
      stageId: 'propose',
      sessions: [session('propose', { id: 'one', allVoted: true }), session('consult', { id: 'two', allVoted: true })],
    });
    const allowed = allowedActions(joint, viewer('branch-committee'), 15);
    expect([isAllowed(allowed, 'close-session', 'one'), isAllowed(allowed, 'close-session', 'two')]).toEqual([
      true,
      false,
    ]);
  });
});

describe('minutes', () => {
  const counted = (minutes: Partial<SessionFacts['minutes']>, mine: Partial<PartFacts> = {}) =>
    matter({
      stageId: 'publish-resolution',
      sessions: [
        session(
          'resolve',
          { status: 'passed', minutes: { written: true, signatures: 0, locked: false, ...minutes } },
          mine,
        ),
      ],
    });
  it('are signed by those present, once, and locked after a signature', () => {
    expect(list(counted({}, { ...voter, present: true }), viewer())).toEqual(['comment', 'sign-minutes']);
    expect(list(counted({}, { ...voter, present: true, signed: true }), viewer())).toEqual(['comment']);
    expect(list(counted({}, voter), viewer())).toEqual(['comment']);
    expect(list(counted({}), viewer('facilitator'))).toEqual(['comment', 'moderate', 'write-minutes']);
    expect(list(counted({ signatures: 1 }), viewer('facilitator'))).toEqual([
      'comment',
      'lock-minutes',
      'moderate',
      'write-minutes',
    ]);
    expect(list(counted({ signatures: 1, locked: true }, { ...voter, present: true }), viewer('facilitator'))).toEqual([
      'comment',
      'moderate',
    ]);
  });
});

describe('disclosures', () => {
  it('are put up by the committees, once', () => {
    for (const stageId of ['publish-resolution', 'publish-outcome'] as const) {
      expect(roles.filter((role) => list(matter({ stageId }), viewer(role)).includes(stageId))).toEqual([
        'branch-committee',
        'residents-committee',
      ]);
      expect(list(matter({ stageId, disclosures: [up(stageId)] }), viewer('residents-committee'))).not.toContain(
        stageId,
      );
      expect(
        list(matter({ stageId, disclosures: [up(stageId, { status: 'upheld' })] }), viewer('residents-committee')),
      ).toContain(stageId);
    }
  });
  it('take objections of every resident while their days run, answered on the objection by the committees', () => {
    const facts = matter({
      stageId: 'publish-resolution',
      disclosures: [up('publish-resolution', { openObjectionIds: ['o1', 'o2'] })],
    });
    expect(list(facts, viewer())).toEqual(['comment', 'file-objection']);
    expect(list(facts, { ...viewer('grid-worker', 'administrator'), dwells: false })).not.toContain('file-objection');
    expect(list(facts, viewer(), 20)).toEqual(['comment']);
    const allowed = allowedActions(facts, viewer('residents-committee'), 99);
    expect([
      isAllowed(allowed, 'answer-objection', 'o1'),
      isAllowed(allowed, 'answer-objection', 'o3'),
      isAllowed(allowed, 'file-objection', 'd1'),
    ]).toEqual([true, false, false]);
    expect(list(facts, viewer('administrator', 'supervisor'))).not.toContain('answer-objection');
  });
  it('of the outcome are rated by residents, also after the matter is closed', () => {
    expect(list(matter({ stageId: 'publish-outcome' }), viewer())).not.toContain('rate');
    expect(list(matter({ stageId: 'publish-outcome', disclosures: [up('publish-outcome')] }), viewer())).toContain(
      'rate',
    );
    expect(
      list(matter({ stageId: 'publish-outcome', disclosures: [up('publish-outcome')] }), {
        ...viewer('grid-worker'),
        dwells: false,
      }),
    ).not.toContain('rate');
    expect(
      list(
        matter({
          status: 'closed',
          stageId: 'publish-outcome',
          disclosures: [up('publish-outcome', { status: 'passed' })],
        }),
        viewer(),
      ),
    ).toEqual(['comment', 'rate']);
  });
});

describe('whatever the facts', () => {
  const part = fc.record({
    onRoll: fc.boolean(),
    excused: fc.boolean(),
    present: fc.boolean(),
    voted: fc.boolean(),
    changesLeft: fc.nat(1),
    signed: fc.boolean(),
  });
  const anySession = fc.record({
    id: fc.constant('s1'),
    stageId: fc.constantFrom(...meetingStageIds),
    status: fc.constantFrom(...sessionStatuses),
    startsAt: fc.constant(10),
    closesAt: fc.constant(20),
    online: fc.boolean(),
    allVoted: fc.boolean(),
    minutes: fc.record({ written: fc.boolean(), signatures: fc.nat(1), locked: fc.boolean() }),
    mine: part,
  });
  const anyDisclosure = fc.record({
    id: fc.constant('d1'),
    stageId: fc.constantFrom('publish-resolution', 'publish-outcome'),
    status: fc.constantFrom(...disclosureStatuses),
    endsAt: fc.constant(20),
    openObjectionIds: fc.subarray(['o1']),
  }) as fc.Arbitrary<DisclosureFacts>;
  const anyMatter = fc.record({
    id: fc.constant('m1'),
    status: fc.constantFrom(...matterStatuses),
    stageId: fc.option(fc.constantFrom(...stageIds)),
    proposerId: fc.constantFrom('me', 'other'),
    oneHead: fc.boolean(),
    coauthorIds: fc.subarray(['me']),
    sessions: fc.array(anySession, { maxLength: 2 }),
    disclosures: fc.array(anyDisclosure, { maxLength: 2 }),
  });
  const anyViewer = fc.record({ residentId: fc.constant('me'), dwells: fc.boolean(), roles: fc.subarray([...roles]) });
  const now = fc.integer({ min: 5, max: 25 });

  it('a visitor may do nothing, and every action is known', () => {
    fc.assert(
      fc.property(anyMatter, anyViewer, now, (facts, who, at) => {
        expect(allowedActions(facts, { ...who, residentId: null }, at)).toEqual([]);
        for (const { action } of allowedActions(facts, who, at)) expect(actions).toContain(action);
      }),
    );
  });
  it('no role gives a vote, an attendance or a signature: two members with the same part get the same', () => {
    const byPart: readonly Action[] = ['cast-ballot', 'change-ballot', 'check-in', 'declare-interest', 'sign-minutes'];
    fc.assert(
      fc.property(anyMatter, anyViewer, now, (facts, who, at) => {
        fc.pre(facts.status !== 'draft');
        const own = (someone: ViewerFacts) =>
          allowedActions(facts, someone, at).filter(({ action }) => byPart.includes(action));
        expect(own(who)).toEqual(own(viewer()));
      }),
      { numRuns: 500 },
    );
  });
  it('a plain resident never runs anything', () => {
    const personal: readonly Action[] = [
      'cast-ballot',
      'change-ballot',
      'check-in',
      'declare-interest',
      'sign-minutes',
      'file-objection',
      'rate',
      'comment',
    ];
    fc.assert(
      fc.property(anyMatter, now, (facts, at) => {
        const others = { ...facts, proposerId: 'other', coauthorIds: [] };
        for (const action of list(
          others,
          viewer('owner', 'tenant', 'representative', 'party-member', 'supervisor'),
          at,
        ))
          expect(personal).toContain(action);
      }),
      { numRuns: 500 },
    );
  });
  it('nothing is voted on in a matter that does not run', () => {
    fc.assert(
      fc.property(anyMatter, anyViewer, now, (facts, who, at) => {
        fc.pre(facts.status !== 'running');
        for (const action of list(facts, who, at))
          expect([
            'cast-ballot',
            'change-ballot',
            'close-session',
            'open-session',
            'convene',
            'publish-resolution',
            'publish-outcome',
          ]).not.toContain(action);
      }),
      { numRuns: 500 },
    );
  });
  it('the split is seen only once counted', () => {
    expect(sessionStatuses.filter((status) => maySeeSplit({ status }))).toEqual(['passed', 'rejected', 'no-quorum']);
  });
});
