import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { CommentView } from '@bandeng/shared/deliberation/schemas.ts';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { CommentCard } from '@/desk/components/comment-card';
import { DeskPage } from '@/desk/components/desk-page';
import { ReasonSheet } from '@/desk/components/reason-sheet';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { usePages } from '@/platform/pages-query';
import { EmptyState } from '@/ui/empty-state';
import { ErrorNote } from '@/ui/error-state';
import { InfiniteList } from '@/ui/infinite-list';
import { Notice } from '@/ui/notice';
import { toast } from '@/ui/overlay-store';

const Comments = ({ communityId, matterId }: { readonly communityId: string; readonly matterId: string }) => {
  const t = useT();
  const pages = usePages(deliberationApi.listComments, { params: { communityId, matterId }, query: {} });
  const hide = useCommand(deliberationApi.hideComment);
  const restore = useCommand(deliberationApi.restoreComment);
  const [hiding, setHiding] = useState<CommentView | null>(null);
  const sendHide = async (commentId: string, reason: string) => {
    const outcome = await hide.run({ params: { communityId, commentId }, body: { reason } });
    if (!outcome.ok) return;
    setHiding(null);
    toast(t('chair.commentHidden'));
    void pages.refresh();
  };
  const sendRestore = async (commentId: string) => {
    const outcome = await restore.run({ params: { communityId, commentId } });
    if (!outcome.ok) return;
    toast(t('chair.commentRestored'));
    void pages.refresh();
  };
  return (
    <>
      <Notice>{t('deliberation.commentHideLead')}</Notice>
      <ErrorNote error={restore.error} />
      <InfiniteList
        pages={pages}
        keyOf={({ id }) => id}
        empty={<EmptyState title={t('deliberation.commentsNone')} hint={t('deliberation.commentsNoneHint')} />}
      >
        {(comment) => (
          <CommentCard
            comment={comment}
            busy={restore.busy}
            onHide={() => setHiding(comment)}
            onRestore={() => void sendRestore(comment.id)}
          />
        )}
      </InfiniteList>
      {hiding === null ? null : (
        <ReasonSheet
          open
          danger
          title={t('deliberation.commentHideTitle')}
          lead={hiding.text}
          reasonLabel={t('deliberation.commentHideReason')}
          confirmText={t('deliberation.commentHide')}
          maxLength={200}
          busy={hide.busy}
          retrying={hide.retrying}
          error={hide.error}
          onClose={() => setHiding(null)}
          onSend={(reason) => void sendHide(hiding.id, reason)}
        />
      )}
    </>
  );
};

export default function CommentsPage() {
  const t = useT();
  const matterId = useRouter().params['matterId'] ?? '';
  return (
    <DeskPage
      title={t('deliberation.action-moderate')}
      wide={false}
      roles={['facilitator', 'administrator', 'residents-committee']}
    >
      {({ communityId }) => <Comments communityId={communityId} matterId={matterId} />}
    </DeskPage>
  );
}
