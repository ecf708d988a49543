import type { Todo } from '@bandeng/shared/deliberation/schemas.ts';
import { go } from '@/platform/navigate';
import { openAction } from './open-action';

/** Opens the page on which something of the home page's list is done. */
export const openTodo = ({ kind, matterId, subjectId, stageId }: Todo): void => {
  if (kind === 'claim' || matterId === null) return go('/desk/pages/claims/index');
  switch (kind) {
    case 'vote':
      return openAction('cast-ballot', matterId, subjectId);
    case 'check-in':
      return go('/deliberation/pages/session/index', { id: subjectId ?? undefined });
    case 'sign-minutes':
      return openAction('sign-minutes', matterId, subjectId);
    case 'answer-objection':
      return openAction('answer-objection', matterId, subjectId);
    case 'rate':
      return openAction('rate', matterId, null);
    case 'run-session':
      return openAction(subjectId === null ? 'convene' : 'open-session', matterId, subjectId);
    case 'publish':
      return openAction(stageId === 'publish-outcome' ? 'publish-outcome' : 'publish-resolution', matterId, null);
    case 'returned':
      return go('/deliberation/pages/matter/index', { id: matterId });
  }
};
