import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Notice } from '@bandeng/shared/bulletin/schemas.ts';
import { channelName } from '@bandeng/shared/platform/realtime.ts';
import { useEffect, useRef } from 'react';
import { ApiError } from '@/platform/api-error';
import { makeCommandId } from '@/platform/command-id';
import { useQuery, type QueryState } from '@/platform/query';
import { call } from '@/platform/request';
import { useChannel } from '@/platform/use-channel';

/** A whole community must not ask in the moment in which a notice is corrected. */
const pauseBeforeAsking = (): number => 200 + Math.floor(Math.random() * 1500);

/** Runs once, a little later, however often it was wanted meanwhile; never after the component is gone. */
export const useSoon = (work: () => void): (() => void) => {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef(work);
  latest.current = work;
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return () => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      latest.current();
    }, pauseBeforeAsking());
  };
};

/** One notice, live: fetched again when it is corrected or withdrawn. */
export const useNotice = (communityId: string, noticeId: string): QueryState<Notice> => {
  const known = communityId !== '' && noticeId !== '';
  const query = useQuery(bulletinApi.getNotice, known ? { params: { communityId, noticeId } } : null);
  const { data, refresh } = query;
  const soon = useSoon(() => void refresh());
  useChannel(
    data === undefined ? null : channelName(communityId, 'notice', noticeId),
    data?.cursor ?? 0,
    soon,
    () => void refresh(),
  );
  return query;
};

/** Tells the server that the version on screen has been shown. What fails is told again when the page is opened again. */
export const useMarkRead = (communityId: string, notice: Notice | undefined): void => {
  const marked = useRef('');
  useEffect(() => {
    if (notice === undefined || notice.publishedAt === null || notice.readVersion >= notice.version) return;
    const { id: noticeId, version } = notice;
    const mark = `${noticeId} ${version}`;
    if (marked.current === mark) return;
    marked.current = mark;
    const tell = async () => {
      try {
        const commandId = await makeCommandId();
        await call(bulletinApi.markNoticeRead, { params: { communityId, noticeId }, body: { version } }, commandId);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        marked.current = '';
      }
    };
    void tell();
  }, [communityId, notice]);
};
