import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { AllowedAction, MyPart, SessionPage, SessionView } from '@bandeng/shared/deliberation/schemas.ts';
import { useEffect, useRef } from 'react';
import { useQuery } from '@/platform/query';
import { useCommunityId, useMatter } from './queries';

export interface SessionDetail {
  readonly page: SessionPage;
  /** As the matter's channel has it now. */
  readonly session: SessionView;
  readonly mine: MyPart | null;
  readonly allowed: readonly AllowedAction[];
}

/** One meeting, live: the matter's events carry the session itself; the roll travels in none and is asked for again. */
export const useSessionPage = (sessionId: string) => {
  const communityId = useCommunityId();
  const known = communityId !== '' && sessionId !== '';
  const query = useQuery(deliberationApi.getSession, known ? { params: { communityId, sessionId } } : null);
  const matter = useMatter(query.data?.matterId ?? '');
  const live = matter.data?.matter.sessions.find(({ id }) => id === sessionId);
  const seen = useRef<SessionView | undefined>(undefined);
  const { refresh } = query;
  useEffect(() => {
    if (live !== undefined && seen.current !== undefined && live !== seen.current) void refresh();
    seen.current = live;
  }, [live, refresh]);

  const page = query.data;
  const detail: SessionDetail | undefined =
    page === undefined
      ? undefined
      : {
          page,
          session: live ?? page.session,
          mine: matter.data?.mine.find((part) => part.sessionId === sessionId) ?? page.mine,
          allowed: (matter.data?.allowed ?? page.allowed).filter(({ subjectId }) => subjectId === sessionId),
        };
  return { data: detail, error: query.error, refresh, communityId, matter };
};
