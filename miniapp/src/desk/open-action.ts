import type { Action } from '@bandeng/shared/deliberation/allowed.ts';
import { go } from '@/platform/navigate';

type Params = Readonly<Record<string, string | undefined>>;
type Target = readonly [page: `/desk/pages/${string}`, params: Params];

/**
 * The desk page on which an allowed action is carried out; null for what residents do on their own pages.
 * @param subjectId as in `allowed`: the session, disclosure or objection
 */
export const deskPageOf = (action: Action, matterId: string, subjectId: string | null): Target | null => {
  const sessionId = subjectId ?? undefined;
  switch (action) {
    case 'edit-draft':
    case 'invite-coauthor':
    case 'discard-draft':
    case 'submit':
      return ['/desk/pages/draft/index', { matterId }];
    case 'amend':
    case 'revise':
      return ['/desk/pages/draft/index', { matterId, mode: action }];
    case 'withdraw':
    case 'end':
      return ['/desk/pages/matter/index', { matterId }];
    case 'convene':
      return ['/desk/pages/convene/index', { matterId }];
    case 'reschedule-session':
      return ['/desk/pages/convene/index', { matterId, sessionId }];
    case 'open-session':
    case 'cancel-session':
    case 'sign-in-others':
    case 'excuse-others':
    case 'close-session':
    case 'lock-minutes':
      return ['/desk/pages/session/index', { sessionId }];
    case 'enter-paper-ballot':
      return ['/desk/pages/paper/index', { sessionId }];
    case 'write-minutes':
      return ['/desk/pages/minutes/index', { sessionId }];
    case 'publish-resolution':
    case 'publish-outcome':
      return ['/desk/pages/publish/index', { matterId }];
    case 'answer-objection':
      return ['/desk/pages/objections/index', { matterId, objectionId: subjectId ?? undefined }];
    case 'add-progress':
      return ['/desk/pages/progress/index', { matterId }];
    case 'moderate':
      return ['/desk/pages/comments/index', { matterId }];
    case 'check-in':
    case 'declare-interest':
    case 'cast-ballot':
    case 'change-ballot':
    case 'sign-minutes':
    case 'file-objection':
    case 'rate':
    case 'comment':
    case 'convene-joint': // chosen on the page of `convene`
      return null;
  }
};

/** Opens the desk page of an action. Returns false when the action has none. */
export const openDeskAction = (action: Action, matterId: string, subjectId: string | null): boolean => {
  const target = deskPageOf(action, matterId, subjectId);
  if (target !== null) go(...target);
  return target !== null;
};
