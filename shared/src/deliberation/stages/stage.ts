import type { BodyKind } from '../../community/vocabulary.ts';
import type { Threshold } from '../../kernel/fraction.ts';
import type { Basis } from '../law.ts';
import type { Assembly, DisclosureStageId, MeetingStageId } from '../vocabulary.ts';

/**
 * Who is due: the members of bodies, every resident of 18 or more, or one person per household. The two committees
 * are named as their two bodies, since their common roster is nothing but the union.
 */
export type Electorate =
  | { readonly kind: 'bodies'; readonly bodies: readonly BodyKind[] }
  | { readonly kind: 'adults' }
  | { readonly kind: 'households' };

/** A number that a community may set between its legal limits, both inclusive. A `share` is an index of `shares`. */
export interface Parameter {
  readonly key: string;
  readonly unit: 'share' | 'days' | 'times';
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly zh: string;
  readonly en: string;
  readonly basis: Basis;
}

/** A share of those due or of those present: fixed by law, or a parameter. */
export type ShareRule = { readonly base: 'due' | 'present' } & (
  { readonly fixed: Threshold; readonly basis: Basis } | { readonly parameter: Parameter }
);

export interface MeetingForm {
  readonly electorate: Electorate;
  readonly quorum: ShareRule;
  readonly pass: ShareRule;
  /** Days between the announcement and the meeting; null: none required. */
  readonly notice: Parameter | null;
}

/** A stage that meets and votes. Only stage 4 differs between the forms of assembly. */
export interface MeetingStage {
  readonly kind: 'meeting';
  readonly id: MeetingStageId;
  readonly forms: Readonly<Record<Assembly, MeetingForm>>;
}

/** A stage that publishes and answers. */
export interface DisclosureStage {
  readonly kind: 'disclosure';
  readonly id: DisclosureStageId;
  readonly days: Parameter;
  readonly answer: Parameter;
}

export type Stage = MeetingStage | DisclosureStage;

export const inEveryAssembly = (form: MeetingForm): MeetingStage['forms'] => ({
  representatives: form,
  residents: form,
  households: form,
});
