import type { Action } from '@bandeng/shared/deliberation/allowed.ts';
import type { AllowedAction, MatterPage } from '@bandeng/shared/deliberation/schemas.ts';

export interface OfferedAction {
  readonly action: Action;
  readonly subjectId: string | null;
}

/** What asks most for an answer comes first: one's own vote, then one's own word, then the work of an office. */
const byUrgency: readonly Action[] = [
  'cast-ballot',
  'check-in',
  'sign-minutes',
  'rate',
  'answer-objection',
  'submit',
  'revise',
  'close-session',
  'open-session',
  'lock-minutes',
  'convene',
  'publish-resolution',
  'publish-outcome',
  'write-minutes',
  'enter-paper-ballot',
  'add-progress',
  'edit-draft',
  'file-objection',
  'comment',
];

/** Open to everybody at any time: at the foot of the page when nothing else is, but not as something asked for. */
const unasked: readonly Action[] = ['file-objection', 'comment'];

export const isAsked = ({ action }: OfferedAction): boolean => !unasked.includes(action);

/** A way of doing another action, chosen on its page. */
const variants: readonly Action[] = ['convene-joint'];

const offeredOnce: readonly Action[] = ['answer-objection', 'write-minutes'];

const isSettled = (action: Action, page: Pick<MatterPage, 'myRating'>): boolean =>
  action === 'rate' && page.myRating !== null;

/**
 * The one action at the foot of a matter's page, and the others for the menu. Which exist at all is the server's word
 * (`allowed`); only their order is decided here. A rating once given is offered again in the menu, not at the foot.
 */
export const splitActions = (
  page: Pick<MatterPage, 'allowed' | 'myRating'>,
): { readonly primary: OfferedAction | null; readonly others: readonly OfferedAction[] } => {
  const offered = (page.allowed as readonly AllowedAction[] as readonly OfferedAction[]).filter(
    ({ action }, index, all) =>
      !variants.includes(action) &&
      (!offeredOnce.includes(action) || all.findIndex((other) => other.action === action) === index),
  );
  const rank = ({ action }: OfferedAction): number => {
    const place = byUrgency.indexOf(action);
    return place === -1 ? byUrgency.length : place;
  };
  const sorted = [...offered].sort((a, b) => rank(a) - rank(b));
  const primary = sorted.find(({ action }) => !isSettled(action, page) && byUrgency.includes(action)) ?? null;
  return { primary, others: sorted.filter((one) => one !== primary) };
};
