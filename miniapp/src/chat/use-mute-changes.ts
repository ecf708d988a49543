import { useEffect } from 'react';
import { useGroups } from './group-store';

/** Timers overflow beyond this many ms. */
const longestTimer = 2_147_483_647;

/** Being muted or unmuted in a group, and the end of the time, change what is allowed there. */
export const useMuteChanges = (groupId: string, mutedUntil: number | null, refresh: () => void): void => {
  const muted = useGroups((s) => s.muted);
  useEffect(() => {
    if (muted?.groupId === groupId) refresh();
  }, [muted, groupId, refresh]);
  useEffect(() => {
    if (mutedUntil === null) return;
    const left = Math.max(1000, mutedUntil - Date.now() + 500);
    const timer = setTimeout(refresh, Math.min(left, longestTimer));
    return () => clearTimeout(timer);
  }, [mutedUntil, refresh]);
};
