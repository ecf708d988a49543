import type { Action } from '@bandeng/shared/deliberation/allowed.ts';
import { deskPageOf } from '@/desk/open-action';
import { go } from '@/platform/navigate';

type Params = Readonly<Record<string, string | undefined>>;
type Target = readonly [page: `/${string}`, params: Params];

/** The page on which a resident carries an action out; null for what is done on a work desk, or at once. */
const residentPageOf = (action: Action, matterId: string, subjectId: string | null): Target | null => {
  const session = subjectId ?? undefined;
  switch (action) {
    case 'cast-ballot':
    case 'change-ballot':
      return ['/deliberation/pages/vote/index', { matter: matterId, session }];
    case 'sign-minutes':
    case 'declare-interest':
      return ['/deliberation/pages/session/index', { id: session, do: action }];
    case 'file-objection':
      return ['/deliberation/pages/objection/index', { matter: matterId, disclosure: session }];
    case 'rate':
      return ['/deliberation/pages/rating/index', { matter: matterId }];
    case 'comment':
      return ['/deliberation/pages/comments/index', { matter: matterId }];
    default:
      return null;
  }
};

/** Opens the page of an allowed action: a resident's own, or the work desk's. */
export const openAction = (action: Action, matterId: string, subjectId: string | null): void => {
  const target = residentPageOf(action, matterId, subjectId) ?? deskPageOf(action, matterId, subjectId);
  if (target !== null) go(...target);
};
