import type { Threshold } from '../kernel/fraction.ts';
import { ok, refuse, type Result } from '../kernel/refusal.ts';
import type { Basis } from './law.ts';
import { shareAt } from './shares.ts';
import type { DisclosureStage, Electorate, MeetingForm, Parameter, ShareRule } from './stages/stage.ts';
import type { Assembly, DisclosureStageId, MeetingStageId } from './vocabulary.ts';
import { listParameters, type Workflow } from './workflows/workflow.ts';

/** A required share with its base and what it rests on; the shape that views and records show. */
export interface Requirement extends Threshold {
  readonly base: 'due' | 'present';
  readonly law: Basis;
}

export interface MeetingRules {
  readonly electorate: Electorate;
  readonly quorum: Requirement;
  readonly pass: Requirement;
  /** Whole days between announcement and meeting; 0: none required. */
  readonly noticeDays: number;
}

export interface DisclosureRules {
  readonly days: number;
  readonly daysLaw: Basis;
  readonly answerDays: number;
  readonly answerLaw: Basis;
}

/** Plain JSON of integers and texts, stored with the matter: later versions of a workflow never touch it. */
export interface FrozenRules {
  readonly workflow: string;
  readonly version: number;
  readonly assembly: Assembly;
  readonly ballotChanges: number;
  readonly meetings: Readonly<Record<MeetingStageId, MeetingRules>>;
  readonly disclosures: Readonly<Record<DisclosureStageId, DisclosureRules>>;
  /** The value of every parameter, to freeze the same choice again for another form of assembly. */
  readonly parameters: Readonly<Record<string, number>>;
}

type Values = ReadonlyMap<string, number>;

/** A value that passed the check, or the default. */
const valueOf = (parameter: Parameter, values: Values): number => values.get(parameter.key) ?? parameter.default;

const requirementOf = (rule: ShareRule, values: Values): Requirement => {
  const [threshold, law] =
    'fixed' in rule ? [rule.fixed, rule.basis] : [shareAt(valueOf(rule.parameter, values)), rule.parameter.basis];
  return { base: rule.base, ...threshold, law };
};

const meetingOf = (form: MeetingForm, values: Values): MeetingRules => ({
  electorate: form.electorate,
  quorum: requirementOf(form.quorum, values),
  pass: requirementOf(form.pass, values),
  noticeDays: form.notice === null ? 0 : valueOf(form.notice, values),
});

const disclosureOf = ({ days, answer }: DisclosureStage, values: Values): DisclosureRules => ({
  days: valueOf(days, values),
  daysLaw: days.basis,
  answerDays: valueOf(answer, values),
  answerLaw: answer.basis,
});

/**
 * Fixes the rules of one matter: workflow, form of stage 4, and the community's parameters over the defaults.
 * Refuses `rule-outside-law` with field `rules.<key>` for an unknown key, a fraction, or a value beyond its limits.
 */
export const freezeRules = (
  workflow: Workflow,
  assembly: Assembly,
  overrides: Readonly<Record<string, number>> = {},
): Result<FrozenRules, 'rule-outside-law'> => {
  const parameters = listParameters(workflow);
  const values = new Map(parameters.map((parameter) => [parameter.key, parameter.default]));
  for (const [key, value] of Object.entries(overrides)) {
    const parameter = parameters.find((one) => one.key === key);
    if (parameter === undefined) return refuse('rule-outside-law', { field: `rules.${key}` });
    const { minimum, maximum } = parameter;
    if (!Number.isSafeInteger(value) || value < minimum || value > maximum)
      return refuse('rule-outside-law', { field: `rules.${key}`, details: { minimum, maximum } });
    values.set(key, value);
  }
  const meeting = (id: MeetingStageId): MeetingRules => {
    const stage = workflow.stages.find((one) => one.id === id);
    if (stage?.kind !== 'meeting') throw new Error(`workflow ${workflow.id} has no meeting ${id}`);
    return meetingOf(stage.forms[assembly], values);
  };
  const disclosure = (id: DisclosureStageId): DisclosureRules => {
    const stage = workflow.stages.find((one) => one.id === id);
    if (stage?.kind !== 'disclosure') throw new Error(`workflow ${workflow.id} has no disclosure ${id}`);
    return disclosureOf(stage, values);
  };
  return ok({
    workflow: workflow.id,
    version: workflow.version,
    assembly,
    ballotChanges: valueOf(workflow.ballotChanges, values),
    meetings: {
      propose: meeting('propose'),
      consult: meeting('consult'),
      review: meeting('review'),
      resolve: meeting('resolve'),
    },
    disclosures: {
      'publish-resolution': disclosure('publish-resolution'),
      'publish-outcome': disclosure('publish-outcome'),
    },
    parameters: Object.fromEntries(values),
  });
};
