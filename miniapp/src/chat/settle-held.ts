import { chatApi } from '@bandeng/shared/chat/api.ts';
import { call } from '@/platform/request';
import { forgetPosted, turnDownHeld, useOutbox } from './outbox';

/** Asks what became of my messages that waited for a moderator: released ones are in the history, refused ones say why. */
export const settleHeld = async (communityId: string): Promise<void> => {
  const waiting = useOutbox.getState().queue.filter((one) => one.communityId === communityId && one.held !== null);
  if (waiting.length === 0) return;
  try {
    const { items } = await call(chatApi.listMyHeld, { params: { communityId }, query: {} });
    for (const { sentAs, held } of waiting) {
      const now = items.find(({ id }) => id === held?.id);
      if (now?.status === 'refused') turnDownHeld(now.id, now.decidedReason);
      else if (now?.status !== 'held') forgetPosted([sentAs]);
    }
  } catch {
    // asked again at the next decision or visit
  }
};
