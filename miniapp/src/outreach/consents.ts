import type { Outreach } from '@bandeng/shared/outreach/schemas.ts';
import { templateOf, type SubscriptionTemplate } from '@bandeng/shared/outreach/vocabulary.ts';

/** Who said no is left in peace for this long, in ms. */
export const peaceAfterRefusal = 14 * 86_400_000;

/** Templates that this server sends and of which the person wants messages, in the order of the quotas. */
export const listAskable = (
  { quotas, choices }: Outreach,
  wanted: readonly SubscriptionTemplate[],
): SubscriptionTemplate[] =>
  quotas
    .filter(({ template, templateId }) => templateId !== null && wanted.includes(template))
    .map(({ template }) => template)
    .filter((template) => choices.some(({ category, wechat }) => wechat && templateOf[category] === template));

/**
 * For which templates asking is useful now: none is left, and the person has not said no lately.
 * @param refusedAt ms of the last no on this device, or null
 */
export const chooseAsked = (
  outreach: Outreach,
  wanted: readonly SubscriptionTemplate[],
  refusedAt: number | null,
  now: number,
): SubscriptionTemplate[] => {
  if (refusedAt !== null && now - refusedAt < peaceAfterRefusal) return [];
  const usedUp = outreach.quotas.filter(({ remaining }) => remaining === 0).map(({ template }) => template);
  return listAskable(outreach, wanted).filter((template) => usedUp.includes(template));
};

export interface Answers {
  readonly accepted: SubscriptionTemplate[];
  readonly rejected: SubscriptionTemplate[];
}

/**
 * What WeChat says of each template id, by template. Ids that WeChat itself kept back ('ban', 'filter') are nobody's answer.
 */
export const readAnswers = ({ quotas }: Outreach, result: Readonly<Record<string, string>>): Answers => {
  const answered = (starts: string) =>
    quotas
      .filter(({ templateId }) => templateId !== null && (result[templateId] ?? '').startsWith(starts))
      .map(({ template }) => template);
  return { accepted: answered('accept'), rejected: answered('reject') };
};
