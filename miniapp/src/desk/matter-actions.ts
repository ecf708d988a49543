import type { Action } from '@bandeng/shared/deliberation/allowed.ts';
import type { AllowedAction } from '@bandeng/shared/deliberation/schemas.ts';

/** Actions that are carried out on a desk, the most pressing first. */
export const deskActions = [
  'edit-draft',
  'submit',
  'invite-coauthor',
  'answer-objection',
  'close-session',
  'open-session',
  'convene',
  'publish-resolution',
  'publish-outcome',
  'write-minutes',
  'lock-minutes',
  'enter-paper-ballot',
  'sign-in-others',
  'excuse-others',
  'add-progress',
  'revise',
  'amend',
  'moderate',
  'reschedule-session',
  'cancel-session',
  'end',
  'withdraw',
  'discard-draft',
] as const satisfies readonly Action[];
export type DeskAction = (typeof deskActions)[number];

export interface OfferedDeskAction {
  readonly action: DeskAction;
  readonly subjectId: string | null;
}

const isDesk = (action: string): action is DeskAction => (deskActions as readonly string[]).includes(action);

/** What the server allows this member, as far as it is desk work, in the order in which it presses. */
export const listDeskActions = (allowed: readonly AllowedAction[]): OfferedDeskAction[] =>
  allowed
    .flatMap(({ action, subjectId }) => (isDesk(action) ? [{ action, subjectId }] : []))
    .sort((a, b) => deskActions.indexOf(a.action) - deskActions.indexOf(b.action));
