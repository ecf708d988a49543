import { allowOnDisclosure } from './allowed-disclosure.ts';
import { allowOnMatter } from './allowed-matter.ts';
import { allowInSession } from './allowed-session.ts';
import type { MatterFacts, ViewerFacts } from './facts.ts';
import { maySeeMatter } from './who.ts';

export const actions = [
  'edit-draft',
  'invite-coauthor',
  'discard-draft',
  'submit',
  'withdraw',
  'amend',
  'revise',
  'end',
  'convene',
  'convene-joint',
  'reschedule-session',
  'cancel-session',
  'open-session',
  'check-in',
  'declare-interest',
  'cast-ballot',
  'change-ballot',
  'enter-paper-ballot',
  'sign-in-others',
  'excuse-others',
  'close-session',
  'write-minutes',
  'sign-minutes',
  'lock-minutes',
  'publish-resolution',
  'publish-outcome',
  'file-objection',
  'answer-objection',
  'add-progress',
  'rate',
  'comment',
  'moderate',
] as const;
export type Action = (typeof actions)[number];

/** `subjectId` names the session, disclosure or objection; null: the matter as a whole. */
export interface Allowed {
  readonly action: Action;
  readonly subjectId: string | null;
}

export type Allow = (action: Action, when: boolean) => void;

/**
 * Everything the viewer may do with a matter at an instant (ms since 1970): the one source for the buttons that are
 * shown and for what commands accept. Conditions on the content of an action (a choice, a witness) are decided with it.
 */
export const allowedActions = (matter: MatterFacts, viewer: ViewerFacts, now: number): readonly Allowed[] => {
  if (!maySeeMatter(viewer, matter)) return [];
  const found: Allowed[] = [];
  const allowOn =
    (subjectId: string | null): Allow =>
    (action, when) => {
      if (when) found.push({ action, subjectId });
    };
  allowOnMatter(matter, viewer, allowOn(null));
  for (const session of matter.sessions) allowInSession(session, matter, viewer, now, allowOn(session.id));
  for (const disclosure of matter.disclosures)
    allowOnDisclosure(disclosure, viewer, now, allowOn(disclosure.id), allowOn);
  return found;
};

export const isAllowed = (allowed: readonly Allowed[], action: Action, subjectId: string | null = null): boolean =>
  allowed.some((one) => one.action === action && one.subjectId === subjectId);
