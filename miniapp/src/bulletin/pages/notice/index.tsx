import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { Notice } from '@bandeng/shared/bulletin/schemas.ts';
import { MemberOnly } from '@/account/components/member-only';
import { AuthorRows } from '@/bulletin/components/author-rows';
import { NoticeText } from '@/bulletin/components/notice-text';
import { NoticeVersions } from '@/bulletin/components/notice-versions';
import { useMarkRead, useNotice } from '@/bulletin/queries';
import { useAcknowledge } from '@/bulletin/use-acknowledge';
import { useT } from '@/i18n/use-t';
import type { QueryState } from '@/platform/query';
import { useMembership } from '@/platform/session';
import { Await } from '@/ui/await';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorNote } from '@/ui/error-state';
import { FootButtons } from '@/ui/foot-buttons';
import { Notice as Remark } from '@/ui/notice';
import { Page } from '@/ui/page';

/** What is new since it was first published: read before the text. */
const Change = ({ notice }: { readonly notice: Notice }) => {
  const t = useT();
  const newest = notice.versions[0];
  if (notice.status === 'withdrawn')
    return <Remark tone="brick">{t('notice.withdrawn', { reason: notice.withdrawnReason })}</Remark>;
  if (newest === undefined || newest.change === '') return null;
  return <Remark tone="brick">{t('notice.changed', { change: newest.change })}</Remark>;
};

const Foot = ({
  communityId,
  notice,
  query,
}: {
  readonly communityId: string;
  readonly notice: Notice;
  readonly query: QueryState<Notice>;
}) => {
  const t = useT();
  const acknowledge = useAcknowledge(communityId);
  const press = async () => {
    const next = await acknowledge.run(notice);
    // Refused when it was corrected a moment ago: the new text must be on screen before the next press.
    if (next === null) void query.refresh();
    else query.replace(next);
  };
  if (notice.allowed.includes('acknowledge') && !notice.acknowledged)
    return (
      <>
        <ErrorNote error={acknowledge.error} />
        <FootButtons>
          <Button busy={acknowledge.busyId !== null} retrying={acknowledge.retrying} onPress={() => void press()}>
            {t('notice.acknowledge')}
          </Button>
        </FootButtons>
      </>
    );
  return (
    <View className="nt-done is-foot" {...aria({ role: 'status' })}>
      ✓ {t('notice.acknowledged')}
    </View>
  );
};

/** One notice for whom it was written, live; its author finds the way to the desk here too. */
export default function NoticePage() {
  const t = useT();
  const noticeId = useRouter().params['id'] ?? '';
  const communityId = useMembership()?.communityId ?? '';
  const query = useNotice(communityId, noticeId);
  const { data, error } = query;
  useMarkRead(communityId, data);
  const asks = data !== undefined && (data.allowed.includes('acknowledge') || (data.needsAck && data.acknowledged));
  const content = (notice: Notice) => (
    <>
      <Change notice={notice} />
      <NoticeText look={{ ...notice, by: notice.by.label, at: notice.publishedAt }} place={{ communityId }} />
      <NoticeVersions communityId={communityId} versions={notice.versions} />
      <AuthorRows notice={notice} />
    </>
  );
  return (
    <Page
      title={t('notice.one')}
      footer={data !== undefined && asks ? <Foot communityId={communityId} notice={data} query={query} /> : undefined}
    >
      <MemberOnly>
        {() =>
          noticeId === '' || error?.status === 404 ? (
            <EmptyState title={t('notice.notFound')} hint={t('notice.notFoundHint')} />
          ) : (
            <Await query={query}>{content}</Await>
          )
        }
      </MemberOnly>
    </Page>
  );
}
