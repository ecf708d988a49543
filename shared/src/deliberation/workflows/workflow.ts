import type { Parameter, ShareRule, Stage } from '../stages/stage.ts';

/** A workflow is data: stages in order, none of which can be skipped, and how often a ballot may be changed online. */
export interface Workflow {
  readonly id: string;
  readonly version: number;
  readonly stages: readonly Stage[];
  readonly ballotChanges: Parameter;
}

const parameterOf = (rule: ShareRule): Parameter[] => ('parameter' in rule ? [rule.parameter] : []);

const parametersOfStage = (stage: Stage): Parameter[] =>
  stage.kind === 'disclosure'
    ? [stage.days, stage.answer]
    : Object.values(stage.forms).flatMap(({ quorum, pass, notice }) => [
        ...parameterOf(quorum),
        ...parameterOf(pass),
        ...(notice === null ? [] : [notice]),
      ]);

/** Every parameter once, in the order of the stages: what a settings page lists. */
export const listParameters = (workflow: Workflow): Parameter[] => {
  const byKey = new Map<string, Parameter>();
  for (const parameter of [...workflow.stages.flatMap(parametersOfStage), workflow.ballotChanges])
    if (!byKey.has(parameter.key)) byKey.set(parameter.key, parameter);
  return [...byKey.values()];
};
