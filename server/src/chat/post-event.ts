import type { Message } from '@bandeng/shared/chat/schemas.ts';
import type { GroupEvent } from '@bandeng/shared/chat/vocabulary.ts';
import type { Tx } from '../platform/store/store.ts';
import { appendMessage } from './append-message.ts';
import type { GroupRow } from './load-group.ts';

/** Adds a line of the group itself: what happened, to whom. `group` is locked and knows its newest message. */
export const postEvent = (
  tx: Tx,
  group: GroupRow,
  event: { readonly kind: GroupEvent; readonly aboutId: string; readonly detail?: string },
  now: number,
): Promise<Message> => {
  const body = { eventKind: event.kind, eventAbout: event.aboutId, eventDetail: event.detail ?? '' };
  const sentAs = `${event.kind}-${group.id}-${group.lastSeq + 1}`;
  return appendMessage(tx, group, { authorId: null, sentAs, kind: 'event', text: '', body }, now);
};
