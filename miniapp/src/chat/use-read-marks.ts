import { chatApi } from '@bandeng/shared/chat/api.ts';
import { useCallback, useEffect, useRef } from 'react';
import { makeCommandId } from '@/platform/command-id';
import { call } from '@/platform/request';
import { markReadHere } from './group-store';

const settleMs = 700;
const hiddenMs = 2000;

/** A tab in the background shows messages to nobody. */
const isHidden = (): boolean => typeof document !== 'undefined' && document.visibilityState === 'hidden';

/** Tells the server how far was read: once reading comes to rest, and on leaving. */
export const useReadMarks = (communityId: string, groupId: string): ((seq: number) => void) => {
  const state = useRef({ seen: 0, told: 0, timer: null as ReturnType<typeof setTimeout> | null });
  const tell = useCallback(async () => {
    const now = state.current;
    now.timer = null;
    if (now.seen <= now.told) return;
    if (isHidden()) {
      now.timer = setTimeout(() => void tell(), hiddenMs);
      return;
    }
    const seq = now.seen;
    const before = now.told;
    now.told = seq;
    markReadHere(groupId, seq);
    try {
      const { readSeq } = await call(chatApi.markRead, { params: { communityId, groupId }, body: { seq } }, await makeCommandId());
      markReadHere(groupId, readSeq);
    } catch {
      // the next message that is seen, or the next visit, tells it again
      now.told = before;
    }
  }, [communityId, groupId]);
  useEffect(() => {
    const now = state.current;
    return () => {
      if (now.timer !== null) clearTimeout(now.timer);
      if (!isHidden()) void tell();
    };
  }, [tell]);
  return useCallback(
    (seq: number) => {
      const now = state.current;
      if (seq <= now.seen) return;
      now.seen = seq;
      now.timer ??= setTimeout(() => void tell(), settleMs);
    },
    [tell],
  );
};
