import { useRouter } from '@tarojs/taro';
import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MatterPage } from '@bandeng/shared/deliberation/schemas.ts';
import { stageIds, type StageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import { useEffect, useRef, useState } from 'react';
import { MemberOnly } from '@/account/components/member-only';
import { CommentCard } from '@/deliberation/components/comment-card';
import { CommentSheet } from '@/deliberation/components/comment-sheet';
import { useMatter } from '@/deliberation/queries';
import { stageTitle } from '@/deliberation/words';
import { useT } from '@/i18n/use-t';
import { usePages } from '@/platform/pages-query';
import { Await } from '@/ui/await';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { InfiniteList } from '@/ui/infinite-list';
import { Page } from '@/ui/page';
import { Tabs } from '@/ui/tabs';

/** 居民意见: at every stage, by stage. */
export default function Comments() {
  const t = useT();
  const matterId = useRouter().params['matter'] ?? '';
  const state = useMatter(matterId);
  const { communityId, data } = state;
  const [stage, setStage] = useState<StageId | 'all'>('all');
  const [writing, setWriting] = useState(false);
  const pages = usePages(
    deliberationApi.listComments,
    communityId === '' ? null : { params: { communityId, matterId }, query: stage === 'all' ? {} : { stageId: stage } },
  );
  const count = data?.matter.comments;
  const seen = useRef(count);
  const { refresh } = pages;
  useEffect(() => {
    if (count !== undefined && seen.current !== undefined && count !== seen.current) void refresh();
    seen.current = count;
  }, [count, refresh]);

  const mayComment = data?.allowed.some(({ action }) => action === 'comment') === true;
  const write = { text: t('deliberation.action-comment'), onPress: () => setWriting(true) };
  const content = ({ matter: { head } }: MatterPage) => (
    <>
      <Card title={head.title} />
      <Tabs
        label={t('deliberation.commentStage')}
        value={stage}
        onChange={setStage}
        tabs={[
          { value: 'all', text: t('deliberation.commentAll') },
          ...stageIds.map((id) => ({ value: id, text: stageTitle(t, id, head.assembly) })),
        ]}
      />
      <InfiniteList
        pages={pages}
        keyOf={({ id }) => id}
        empty={<EmptyState title={t('deliberation.commentsNone')} hint={t('deliberation.commentsNoneHint')} />}
      >
        {(comment) => <CommentCard comment={comment} />}
      </InfiniteList>
      <CommentSheet
        {...{ open: writing, communityId, head }}
        onClose={() => setWriting(false)}
        onSent={() => {
          setWriting(false);
          void refresh();
        }}
      />
    </>
  );
  return (
    <Page
      title={t('deliberation.commentsTitle')}
      footer={mayComment ? <Button onPress={write.onPress}>{write.text}</Button> : undefined}
    >
      <MemberOnly>{() => <Await query={state}>{content}</Await>}</MemberOnly>
    </Page>
  );
}
