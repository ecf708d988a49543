import { useEffect, useRef } from 'react';
import type { ChannelEvent } from '@bandeng/shared/platform/realtime.ts';
import { subscribe } from './socket';

/**
 * Follows a channel while the component lives.
 * @param name null: not yet (no snapshot at hand)
 * @param lastSeq sequence of the snapshot; only its first value counts
 */
export const useChannel = (
  name: string | null,
  lastSeq: number,
  onEvents: (events: readonly ChannelEvent[]) => void,
  onGap: () => void,
): void => {
  const latest = useRef({ onEvents, onGap, lastSeq });
  latest.current = { onEvents, onGap, lastSeq };
  useEffect(() => {
    if (name === null) return;
    return subscribe(name, latest.current.lastSeq, {
      onEvents: (events) => latest.current.onEvents(events),
      onGap: () => latest.current.onGap(),
    });
  }, [name]);
};
