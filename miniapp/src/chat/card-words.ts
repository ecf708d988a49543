import type { Card } from '@bandeng/shared/chat/schemas.ts';
import { intakeStatuses } from '@bandeng/shared/chat/vocabulary.ts';
import { stageIds } from '@bandeng/shared/deliberation/vocabulary.ts';
import type { Translate } from '@/i18n/use-t';
import type { Tone } from '@/ui/tag';

export const cardTones: Readonly<Record<Card['kind'], Tone>> = { matter: 'amber', notice: 'slate', topic: 'bamboo', case: 'slate' };

const statuses = ['draft', 'running', 'returned', 'closed', 'ended', 'withdrawn'] as const;
const noticeStates = ['published', 'corrected', 'expired', 'withdrawn', 'acknowledged', 'read'] as const;

const oneOf = <V extends string>(values: readonly V[], word: string): V | undefined => values.find((value) => value === word);

const sayState = (t: Translate, { kind, state }: Card): string => {
  if (kind === 'notice') {
    const word = oneOf(noticeStates, state);
    return word === undefined ? '' : t(`chat.notice-${word}`);
  }
  if (kind === 'topic' || kind === 'case') {
    const word = oneOf(intakeStatuses, state);
    return word === undefined ? '' : t(`intake.status-${word}`);
  }
  const stage = oneOf(stageIds, state);
  if (stage !== undefined) return t(`deliberation.stage-${stage}`);
  const status = oneOf(statuses, state);
  return status === undefined ? '' : t(`deliberation.status-${status}`);
};

/** '居民代表会议决议 · 应到 60 · 实到 44': what state a card's subject is in. A word that is not known is left out. */
export const sayCardState = (t: Translate, card: Card): string => {
  const { due, present } = card.numbers;
  return [
    sayState(t, card),
    due === undefined ? '' : `${t('ui.due')} ${due}`,
    present === undefined ? '' : `${t('ui.present')} ${present}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
};
