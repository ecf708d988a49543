import { bases, type Basis, type Mark } from '@bandeng/shared/deliberation/law.ts';
import { votingAge } from '@bandeng/shared/deliberation/roll.ts';
import { recordKinds } from '@bandeng/shared/deliberation/record-kinds.ts';
import { shares } from '@bandeng/shared/deliberation/shares.ts';
import type {
  Electorate,
  MeetingForm,
  Parameter,
  ShareRule,
  Stage,
} from '@bandeng/shared/deliberation/stages/stage.ts';
import type { Assembly, StageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import type { Workflow } from '@bandeng/shared/deliberation/workflows/workflow.ts';
import type { BodyKind } from '@bandeng/shared/community/vocabulary.ts';
import type { Threshold } from '@bandeng/shared/kernel/fraction.ts';
import type { CalendarRow } from '@bandeng/shared/kernel/legal-days.ts';

const stageNames: Readonly<Record<StageId, string>> = {
  propose: '支部提议',
  consult: '两委商议',
  review: '党员大会审议',
  resolve: '居民（代表）会议决议',
  'publish-resolution': '决议公开',
  'publish-outcome': '实施结果公开',
};

const assemblyNames: Readonly<Record<Assembly, string>> = {
  representatives: '居民代表会议',
  residents: '居民会议 (every adult)',
  households: '居民会议 (one per household)',
};

const bodyNames: Readonly<Record<BodyKind, string>> = {
  'branch-committee': 'branch committee 支委会',
  'residents-committee': 'residents’ committee 居委会',
  'two-committees': 'two committees 两委',
  'party-members': 'party members with a vote 党员',
  representatives: 'representatives 居民代表',
  supervisors: 'supervisors 居务监督委员会',
  'owners-committee': 'owners’ committee 业委会',
};

const markNames: Readonly<Record<Mark, string>> = { law: '**law**', practice: 'practice', ours: 'ours' };

const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const dueOf = (electorate: Electorate): string => {
  switch (electorate.kind) {
    case 'bodies':
      return electorate.bodies.map((body) => bodyNames[body]).join(' + ');
    case 'adults':
      return `every resident of ${votingAge} or more`;
    case 'households':
      return `one person of ${votingAge} or more per household`;
  }
};

const sourceOf = ({ mark, zh, en }: Basis): [string, string] => [markNames[mark], `${zh} · ${en}`];

const sayShare = ({ numerator, denominator, strict }: Threshold): string =>
  `${strict ? 'more than' : 'at least'} ${numerator}/${denominator}`;

const shareAt = (index: number): string => shares[index]?.en ?? `share ${index}`;

const sayValue = ({ unit }: Parameter, value: number): string =>
  unit === 'share' ? shareAt(value) : `${value} ${value === 1 ? unit.slice(0, -1) : unit}`;

const parameterRow = (where: string, rule: string, parameter: Parameter, base = ''): string[] => [
  where,
  rule,
  `${sayValue(parameter, parameter.default)}${base}`,
  parameter.minimum === parameter.maximum
    ? 'no choice'
    : `${sayValue(parameter, parameter.minimum)} … ${sayValue(parameter, parameter.maximum)}`,
  `\`${parameter.key}\``,
  ...sourceOf(parameter.basis),
];

const shareRow = (where: string, rule: string, share: ShareRule): string[] => {
  const base = share.base === 'due' ? ' of those due 应到' : ' of those present 实到';
  return 'parameter' in share
    ? parameterRow(where, rule, share.parameter, base)
    : [where, rule, `${sayShare(share.fixed)}${base}`, 'fixed', '–', ...sourceOf(share.basis)];
};

const formRows = (where: string, form: MeetingForm): string[][] => [
  shareRow(where, 'present (quorum)', form.quorum),
  shareRow(where, 'in favour', form.pass),
  ...(form.notice === null ? [] : [parameterRow(where, 'announced before', form.notice)]),
];

/** One form where all assemblies share it, otherwise each by its name. */
const formsOf = (stage: Extract<Stage, { kind: 'meeting' }>): [string, MeetingForm][] => {
  const forms = Object.entries(stage.forms) as [Assembly, MeetingForm][];
  const [first] = forms;
  if (first && forms.every(([, form]) => form === first[1])) return [[stageNames[stage.id], first[1]]];
  return forms.map(([assembly, form]) => [assemblyNames[assembly], form]);
};

const stageRows = (stage: Stage, i: number): string[][] =>
  stage.kind === 'meeting'
    ? formsOf(stage).map(([name, form]) => [`${i + 1}`, name, `\`${stage.id}\``, dueOf(form.electorate)])
    : [[`${i + 1}`, stageNames[stage.id], `\`${stage.id}\``, 'everyone; residents object, the committees answer']];

const ruleRows = (stage: Stage, i: number): string[][] =>
  stage.kind === 'meeting'
    ? formsOf(stage).flatMap(([name, form]) => formRows(`${i + 1} ${name}`, form))
    : [
        parameterRow(`${i + 1} ${stageNames[stage.id]}`, 'notice stays up', stage.days),
        parameterRow(`${i + 1} ${stageNames[stage.id]}`, 'objection answered within', stage.answer),
      ];

const calendarTable = (rows: readonly CalendarRow[]): string => {
  const years = [...new Set(rows.map(({ day }) => day.slice(0, 4)))].sort();
  const count = (year: string, off: boolean) =>
    `${rows.filter((row) => row.off === off && row.day.startsWith(year)).length}`;
  return table(
    ['year', 'days off', 'weekend days worked'],
    years.map((year) => [year, count(year, true), count(year, false)]),
  );
};

/** The part of docs/rules.md that follows from the code, as Markdown. */
export const renderRules = (workflow: Workflow, calendar: readonly CalendarRow[]): string =>
  [
    `Workflow \`${workflow.id}\`, version ${workflow.version}.`,
    table(['#', 'stage', 'id', 'who is due'], workflow.stages.flatMap(stageRows)),
    table(
      ['stage', 'rule', 'default', 'a community may set', 'parameter', 'mark', 'rests on'],
      [
        ...workflow.stages.flatMap(ruleRows),
        parameterRow('all meetings', 'changes of an online ballot', workflow.ballotChanges),
        ['elections', 'always by secret ballot', 'secret', 'fixed', '–', ...sourceOf(bases.secretElection)],
      ],
    ),
    'Shares, from the least demanding to the most; a parameter of this kind holds the place in the list, from 0: ' +
      `${shares.map(({ zh, en }) => `${en} ${zh}`).join(' · ')}.`,
    'Days off and make-up workdays that are built in:',
    calendarTable(calendar),
    `Steps that a record can hold: ${recordKinds.map((kind) => `\`${kind}\``).join(', ')}.`,
  ].join('\n\n');

const begin = '<!-- generated: begin -->';
const end = '<!-- generated: end -->';

/** The page with its generated part replaced. Throws when the two marks are not there. */
export const placeRules = (page: string, rules: string): string => {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error('the page has no generated part');
  return `${page.slice(0, from + begin.length)}\n\n${rules}\n\n${page.slice(to)}`;
};
