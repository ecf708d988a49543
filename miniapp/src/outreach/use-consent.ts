import { outreachApi } from '@bandeng/shared/outreach/api.ts';
import type { Outreach } from '@bandeng/shared/outreach/schemas.ts';
import type { SubscriptionTemplate } from '@bandeng/shared/outreach/vocabulary.ts';
import { useCommand, type Command } from '@/platform/command';
import { useQuery, type QueryState } from '@/platform/query';
import { useSession } from '@/platform/session';
import { readStored, store } from '@/platform/storage';
import { chooseAsked, listAskable, readAnswers } from './consents';
import { canAskConsent, requestConsent } from './request-consent';

const refusedName = (account: string): string => `consent.${account}.refused`;

export interface Consent {
  /**
   * Asks for one message of each wanted kind, where it is useful. To be called in a tap, before anything is awaited.
   * @param anyway the person pressed a button for just this: also when some are left, or after a no
   */
  readonly ask: (anyway?: boolean) => Promise<void>;
  readonly canAsk: boolean;
  readonly query: QueryState<Outreach>;
  readonly command: Command<typeof outreachApi.giveConsents>;
}

/** One consent is good for one message: asked for when the person has just seen what such a message is about. */
export const useConsent = (wanted: readonly SubscriptionTemplate[], always = false): Consent => {
  const communityId = useSession((s) => (s.tokens === null ? null : s.communityId));
  const account = useSession((s) => s.tokens?.accountId ?? '');
  const known = communityId !== null && (canAskConsent || always);
  const query = useQuery(outreachApi.getOutreach, known ? { params: { communityId } } : null);
  const command = useCommand(outreachApi.giveConsents);
  const ask = async (anyway = false): Promise<void> => {
    const outreach = query.data;
    if (!canAskConsent || communityId === null || outreach === undefined) return;
    const templates = anyway
      ? listAskable(outreach, wanted)
      : chooseAsked(outreach, wanted, readStored<number>(refusedName(account)), Date.now());
    const ids = outreach.quotas
      .filter(({ template }) => templates.includes(template))
      .flatMap(({ templateId }) => templateId ?? []);
    if (ids.length === 0) return;
    const answers = readAnswers(outreach, await requestConsent(ids));
    if (answers.rejected.length > 0) store(refusedName(account), Date.now());
    if (answers.accepted.length + answers.rejected.length === 0) return;
    const outcome = await command.run({ params: { communityId }, body: answers });
    if (outcome.ok) query.replace(outcome.reply);
  };
  return { ask, canAsk: canAskConsent, query, command };
};
