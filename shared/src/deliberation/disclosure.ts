import { deadlineAfterDays, type Calendar, type Deadline } from '../kernel/legal-days.ts';
import { ok, refuse, type Result } from '../kernel/refusal.ts';
import type { DisclosureRules } from './freeze-rules.ts';
import type { DisclosureStatus } from './vocabulary.ts';

/**
 * How long a notice stays up: whole days, the day of posting not counted, a last day of rest moved on. Never fewer
 * days than the frozen rules, which are never fewer than 15 [居民委员会组织法 2025 rev., arts 34–35].
 */
export const decideDisclosure = (
  publishedAt: number,
  days: number,
  rules: DisclosureRules,
  calendar: Calendar,
): Result<Deadline, 'disclosure-days-short'> =>
  days < rules.days
    ? refuse('disclosure-days-short', { field: 'days', details: { minimum: rules.days } })
    : ok(disclosureEnd(publishedAt, days, calendar));

export const disclosureEnd = (publishedAt: number, days: number, calendar: Calendar): Deadline =>
  deadlineAfterDays(publishedAt, days, calendar);

/** By when an objection must be answered, ms since 1970, exclusive. Three days [practice] unless the rules say fewer. */
export const objectionDue = (filedAt: number, calendar: Calendar, days = 3): number =>
  deadlineAfterDays(filedAt, days, calendar).endsAt;

/** Answered after its time, or not answered although it has passed; shown in public either way. */
export const isOverdue = (
  objection: { readonly dueAt: number; readonly answeredAt: number | null },
  now: number,
): boolean => (objection.answeredAt ?? now) >= objection.dueAt;

/** Objections are filed while the days run; afterwards a notice only stays up to answer those it has. */
export const canFileObjection = (
  now: number,
  disclosure: { readonly status: DisclosureStatus; readonly endsAt: number },
): boolean => disclosure.status === 'up' && now < disclosure.endsAt;

/** An unanswered objection keeps the notice up, however long its days are over. */
export const decideDisclosureEnd = (facts: {
  readonly objections: readonly { readonly answeredAt: number | null }[];
  readonly now: number;
  readonly endsAt: number;
}): 'wait' | 'pass' =>
  facts.now >= facts.endsAt && facts.objections.every(({ answeredAt }) => answeredAt !== null) ? 'pass' : 'wait';
