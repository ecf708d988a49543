import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, type Advance, type MatterState, type MatterStep } from './matter-flow.ts';
import { matterStatuses, meetingStageIds, stageIds, type StageId } from './vocabulary.ts';

const draft: MatterState = { status: 'draft', stageId: null, version: 1 };
const at = (stageId: StageId, more: Partial<MatterState> = {}): MatterState => ({
  status: 'running',
  stageId,
  version: 1,
  ...more,
});
const take = (matter: MatterState, step: MatterStep): Advance => {
  const result = advance(matter, step);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const codeOf = (matter: MatterState, step: MatterStep): string => {
  const result = advance(matter, step);
  return result.ok ? 'ok' : result.refusal.code;
};
const pass = (stageId: (typeof meetingStageIds)[number]): MatterStep => ({
  type: 'count-session',
  stageId,
  result: 'passed',
});

describe('advance', () => {
  it('takes a matter through all six stages', () => {
    const steps: MatterStep[] = [
      { type: 'submit' },
      ...meetingStageIds.map(pass),
      { type: 'end-disclosure', stageId: 'publish-resolution' },
      { type: 'end-disclosure', stageId: 'publish-outcome' },
    ];
    const visited: (string | null)[] = [];
    let matter = draft;
    for (const step of steps) {
      const next = take(matter, step);
      expect([next.voids, next.reconvene, next.matter.version]).toEqual([[], false, 1]);
      matter = next.matter;
      visited.push(matter.stageId);
    }
    expect(visited).toEqual([...stageIds, 'publish-outcome']);
    expect(matter.status).toBe('closed');
  });
  it('when too few came → the same stage again', () =>
    expect(take(at('review'), { type: 'count-session', stageId: 'review', result: 'no-quorum' })).toEqual({
      matter: at('review'),
      voids: [],
      reconvene: true,
    }));
  it('when rejected → returned; then a revision starts again and voids what was decided, or it ends', () => {
    const returned = take(at('review'), { type: 'count-session', stageId: 'review', result: 'rejected' });
    expect(returned).toEqual({ matter: at('review', { status: 'returned' }), voids: [], reconvene: false });
    expect(take(returned.matter, { type: 'revise' })).toEqual({
      matter: at('propose', { version: 2 }),
      voids: ['propose', 'consult', 'review'],
      reconvene: false,
    });
    expect(take(returned.matter, { type: 'end' }).matter).toEqual(at('review', { status: 'ended' }));
  });
  it('when stage 1 of a joint meeting does not pass → its stage 2 is void with it', () => {
    for (const result of ['rejected', 'no-quorum'] as const)
      expect(take(at('propose'), { type: 'count-session', stageId: 'propose', result }).voids).toEqual(['consult']);
  });
  it('when stage 2 of a joint meeting is counted before stage 1 → refused', () =>
    expect(codeOf(at('propose'), pass('consult'))).toBe('wrong-stage'));
  it('when amended → a material change restarts, another keeps everything', () => {
    expect(take(at('resolve'), { type: 'amend', material: true, sessionOpen: false })).toEqual({
      matter: at('propose', { version: 2 }),
      voids: ['propose', 'consult', 'review', 'resolve'],
      reconvene: false,
    });
    expect(take(at('publish-resolution'), { type: 'amend', material: true, sessionOpen: false }).voids).toEqual(
      stageIds.slice(0, 5),
    );
    expect(take(at('resolve'), { type: 'amend', material: false, sessionOpen: false })).toEqual({
      matter: at('resolve'),
      voids: [],
      reconvene: false,
    });
  });
  it.each<[string, MatterState, MatterStep, string]>([
    ['submitted twice', at('propose'), { type: 'submit' }, 'matter-not-draft'],
    ['amended during a vote', at('resolve'), { type: 'amend', material: false, sessionOpen: true }, 'session-pending'],
    [
      'amended while the outcome is published',
      at('publish-outcome'),
      { type: 'amend', material: true, sessionOpen: false },
      'wrong-stage',
    ],
    ['amended as a draft', draft, { type: 'amend', material: true, sessionOpen: false }, 'matter-not-running'],
    ['revised while running', at('consult'), { type: 'revise' }, 'matter-not-returned'],
    ['ended while running', at('consult'), { type: 'end' }, 'matter-not-returned'],
    ['withdrawn after the resolution was disclosed', at('publish-outcome'), { type: 'withdraw' }, 'wrong-stage'],
    ['withdrawn twice', at('consult', { status: 'withdrawn' }), { type: 'withdraw' }, 'matter-not-running'],
    ['counted at another stage', at('consult'), pass('review'), 'wrong-stage'],
    ['counted after its end', at('consult', { status: 'ended' }), pass('consult'), 'matter-not-running'],
    [
      'sent back from the outcome',
      at('publish-outcome'),
      { type: 'uphold-objection', stageId: 'publish-outcome', backTo: 'consult' },
      'wrong-stage',
    ],
    [
      'sent back by an objection of an old disclosure',
      at('consult'),
      { type: 'uphold-objection', stageId: 'publish-resolution', backTo: 'resolve' },
      'wrong-stage',
    ],
    ['closed early', at('publish-resolution'), { type: 'end-disclosure', stageId: 'publish-outcome' }, 'wrong-stage'],
  ])('when %s → refused (%#)', (_, matter, step, code) => expect(codeOf(matter, step)).toBe(code));

  it('when withdrawn → what was announced or open there is void', () => {
    expect(take(draft, { type: 'withdraw' })).toEqual({
      matter: { ...draft, status: 'withdrawn' },
      voids: [],
      reconvene: false,
    });
    expect(take(at('propose'), { type: 'withdraw' }).voids).toEqual(['propose', 'consult']);
    expect(take(at('publish-resolution'), { type: 'withdraw' }).voids).toEqual(['publish-resolution']);
  });
  it('when an objection is upheld → back, voiding from there on and nothing before', () => {
    expect(
      take(at('publish-resolution'), { type: 'uphold-objection', stageId: 'publish-resolution', backTo: 'consult' }),
    ).toEqual({
      matter: at('consult'),
      voids: ['consult', 'review', 'resolve', 'publish-resolution'],
      reconvene: false,
    });
    expect(
      take(at('publish-resolution'), { type: 'uphold-objection', stageId: 'publish-resolution', backTo: 'resolve' })
        .voids,
    ).toEqual(['resolve', 'publish-resolution']);
  });
});

describe('any sequence of steps', () => {
  const disclosure = fc.constantFrom('publish-resolution', 'publish-outcome');
  const step: fc.Arbitrary<MatterStep> = fc.oneof(
    fc.constantFrom<MatterStep>({ type: 'submit' }, { type: 'revise' }, { type: 'end' }, { type: 'withdraw' }),
    {
      weight: 6,
      arbitrary: fc.record({
        type: fc.constant('count-session'),
        stageId: fc.constantFrom(...meetingStageIds),
        result: fc.constantFrom('passed', 'passed', 'passed', 'rejected', 'no-quorum'),
      }),
    },
    fc.record({ type: fc.constant('amend'), material: fc.boolean(), sessionOpen: fc.boolean() }),
    fc.record({
      type: fc.constant('uphold-objection'),
      stageId: disclosure,
      backTo: fc.constantFrom('consult', 'resolve'),
    }),
    { weight: 3, arbitrary: fc.record({ type: fc.constant('end-disclosure'), stageId: disclosure }) },
  );

  it('ends closed only with every stage passed on the last text, in order, and none void', () => {
    let closed = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 200 }), (steps) => {
        let matter = draft;
        // Independent book: which stages stand, erased by whatever the machine declares void.
        let standing: StageId[] = [];
        for (const one of steps) {
          const result = advance(matter, one);
          if (!result.ok) continue;
          const { matter: next, voids } = result.value;
          expect(next.version - matter.version).toBe(
            one.type === 'revise' || (one.type === 'amend' && one.material) ? 1 : 0,
          );
          standing = standing.filter((stageId) => !voids.includes(stageId));
          if (one.type === 'count-session' && one.result === 'passed') standing.push(one.stageId);
          if (one.type === 'end-disclosure') standing.push(one.stageId);
          matter = next;
          if (matter.status !== 'running') continue;
          expect(standing).toEqual(stageIds.slice(0, stageIds.indexOf(matter.stageId ?? 'propose')));
        }
        if (matter.status === 'closed') {
          closed++;
          expect(standing).toEqual([...stageIds]);
        }
      }),
      { numRuns: 1500 },
    );
    expect(closed).toBeGreaterThan(0);
  });
  it('a matter that is closed, ended or withdrawn never moves again', () => {
    const still = matterStatuses.filter(
      (status) => status === 'closed' || status === 'ended' || status === 'withdrawn',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...still),
        fc.constantFrom(...stageIds),
        step,
        (status, stageId, one) => !advance(at(stageId, { status }), one).ok,
      ),
    );
  });
});
