import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../kernel/canonical.ts';
import { isAtLeastAsDemanding, isThreshold } from '../kernel/fraction.ts';
import { freezeRules } from './freeze-rules.ts';
import { shareAt, shares } from './shares.ts';
import { assemblies, stageIds, type Assembly } from './vocabulary.ts';
import { fourTwo } from './workflows/four-two.ts';
import { findWorkflow, workflows } from './workflows/index.ts';
import { listParameters } from './workflows/workflow.ts';

const freeze = (assembly: Assembly, overrides: Record<string, number> = {}) => {
  const result = freezeRules(fourTwo, assembly, overrides);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
const text = (t: { numerator: number; denominator: number; strict: boolean; base: string }): string =>
  `${t.strict ? '>' : '≥'} ${t.numerator}/${t.denominator} ${t.base}`;

describe('the workflow', () => {
  it('has the six stages in order, and is found by id and version', () => {
    expect(fourTwo.stages.map(({ id }) => id)).toEqual([...stageIds]);
    expect(findWorkflow('four-two', 1)).toBe(fourTwo);
    expect(findWorkflow('four-two', 2)).toBeNull();
    expect(new Set(workflows.map(({ id, version }) => `${id}@${version}`)).size).toBe(workflows.length);
  });
  it('lists each parameter once, its default within its limits', () => {
    const parameters = listParameters(fourTwo);
    expect(new Set(parameters.map(({ key }) => key)).size).toBe(parameters.length);
    for (const { default: usual, minimum, maximum, unit } of parameters) {
      expect(minimum).toBeLessThanOrEqual(usual);
      expect(usual).toBeLessThanOrEqual(maximum);
      if (unit === 'share') expect(maximum).toBeLessThan(shares.length);
    }
  });
  it('orders its shares from the least demanding to the most', () => {
    for (const [index, { threshold }] of shares.entries()) {
      expect(isThreshold(threshold)).toBe(true);
      if (index > 0) expect(isAtLeastAsDemanding(shareAt(index - 1), threshold)).toBe(false);
      if (index > 0) expect(isAtLeastAsDemanding(threshold, shareAt(index - 1))).toBe(true);
    }
    expect(() => shareAt(shares.length)).toThrow();
  });
});

describe('freezeRules', () => {
  it.each([
    ['propose', 'representatives', '> 1/2 due', '> 1/2 present', 0],
    ['consult', 'representatives', '> 1/2 due', '> 1/2 present', 0],
    ['review', 'representatives', '≥ 1/2 due', '> 1/2 due', 0],
    ['resolve', 'representatives', '≥ 2/3 due', '> 1/2 present', 0],
    ['resolve', 'residents', '> 1/2 due', '> 1/2 present', 10],
    ['resolve', 'households', '> 1/2 due', '> 1/2 present', 10],
  ] as const)('%s with %s → quorum %s, passes with %s, %i days of notice', (stage, assembly, quorum, pass, notice) => {
    const rules = freeze(assembly).meetings[stage];
    expect([text(rules.quorum), text(rules.pass), rules.noticeDays]).toEqual([quorum, pass, notice]);
  });
  it('names the electorate of each stage', () => {
    const { meetings } = freeze('representatives');
    expect(Object.values(meetings).map(({ electorate }) => electorate)).toEqual([
      { kind: 'bodies', bodies: ['branch-committee'] },
      { kind: 'bodies', bodies: ['branch-committee', 'residents-committee'] },
      { kind: 'bodies', bodies: ['party-members'] },
      { kind: 'bodies', bodies: ['representatives', 'residents-committee'] },
    ]);
    expect(freeze('residents').meetings.resolve.electorate).toEqual({ kind: 'adults' });
    expect(freeze('households').meetings.resolve.electorate).toEqual({ kind: 'households' });
  });
  it('when the community raises the quorum of the party meeting → keeps it; its pass stays as the law says', () => {
    const rules = freeze('representatives', { 'review.quorum': 2 }).meetings.review;
    expect([text(rules.quorum), text(rules.pass)]).toEqual(['≥ 2/3 due', '> 1/2 due']);
  });
  it.each([
    ['resolve.quorum', 1],
    ['review.quorum', -1],
    ['review.quorum', 3],
    ['propose.pass', 0],
    ['residents.quorum', 0],
    ['residents.notice', 9],
    ['publish-resolution.days', 14],
    ['publish-outcome.days', 14],
    ['publish-resolution.answer', 4],
    ['publish-resolution.answer', 0],
    ['ballot.changes', -1],
    ['ballot.changes', 0.5],
    ['review.pass', 1],
    ['resolve.pass', 1],
    ['unknown', 1],
    ['__proto__x', 1],
  ])('when %s is set to %s → rule-outside-law', (key, value) => {
    expect(freezeRules(fourTwo, 'representatives', { [key]: value })).toMatchObject({
      ok: false,
      refusal: { code: 'rule-outside-law', field: `rules.${key}` },
    });
  });
  it('takes exactly the values between the limits, and freezes the same rules from the frozen parameters', () => {
    const parameter = fc.constantFrom(...listParameters(fourTwo));
    fc.assert(
      fc.property(
        parameter,
        fc.integer({ min: -3, max: 200 }),
        fc.constantFrom(...assemblies),
        (one, value, assembly) => {
          const result = freezeRules(fourTwo, assembly, { [one.key]: value });
          expect(result.ok).toBe(value >= one.minimum && value <= one.maximum);
          if (!result.ok) return;
          expect(result.value.parameters[one.key]).toBe(value);
          expect(freeze(assembly, result.value.parameters)).toEqual(result.value);
        },
      ),
    );
  });
  it('is JSON that survives storage', () => {
    for (const assembly of assemblies) expect(JSON.parse(canonicalJson(freeze(assembly)))).toEqual(freeze(assembly));
  });
  it('no choice of parameters falls below the law', () => {
    const lowest = Object.fromEntries(
      listParameters(fourTwo).map(({ key, minimum, unit, maximum }) => [
        key,
        key.endsWith('.answer') ? maximum : unit === 'times' ? 0 : minimum,
      ]),
    );
    const rules = freeze('representatives', lowest);
    expect(text(rules.meetings.propose.quorum)).toBe('≥ 1/2 due');
    expect(text(rules.meetings.review.quorum)).toBe('≥ 1/2 due');
    expect(text(rules.meetings.resolve.quorum)).toBe('≥ 2/3 due');
    expect(text(freeze('residents', lowest).meetings.resolve.quorum)).toBe('> 1/2 due');
    expect(rules.disclosures['publish-resolution']).toMatchObject({ days: 15, answerDays: 3 });
    expect(rules.disclosures['publish-outcome']).toMatchObject({ days: 15, answerDays: 3 });
  });
});
