import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { PublicNotice } from '@bandeng/shared/bulletin/schemas.ts';
import { NoticeText } from '@/bulletin/components/notice-text';
import { useT } from '@/i18n/use-t';
import { addressOf } from '@/platform/address';
import { go } from '@/platform/navigate';
import { openWeb } from '@/platform/open-web';
import { useQuery } from '@/platform/query';
import { useSession } from '@/platform/session';
import { useSettings } from '@/platform/settings';
import { Await } from '@/ui/await';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { FootButtons } from '@/ui/foot-buttons';
import { Moment } from '@/ui/moment';
import { Notice } from '@/ui/notice';
import { toast } from '@/ui/overlay-store';
import { Page } from '@/ui/page';

const Content = ({ token, notice }: { readonly token: string; readonly notice: PublicNotice }) => {
  const t = useT();
  const signedIn = useSession((s) => s.tokens !== null);
  const place = {
    addressOf: (fileId: string) =>
      addressOf(bulletinApi.getPublicNoticeFile, { params: { noticeToken: token, fileId } }),
  };
  const { correctedAt, publishedAt } = notice;
  return (
    <>
      {correctedAt === null ? null : (
        <Notice tone="brick">
          {t('notice.correctedAt')} <Moment at={correctedAt} />
        </Notice>
      )}
      <NoticeText
        look={{ ...notice, at: publishedAt, needsAck: false, acknowledged: false, read: true }}
        place={place}
      />
      {signedIn ? null : (
        <Card title={t('notice.publicSignInTitle')}>
          <View className="dl-lead">{t('notice.publicSignIn')}</View>
          <Button kind="outline" onPress={() => go('/account/pages/login/index')}>
            {t('account.login')}
          </Button>
        </Card>
      )}
    </>
  );
};

/** A notice for anyone who scanned the code on its sheet; no account needed. */
export default function PublicNoticePage() {
  const t = useT();
  const token = useRouter().params['token'] ?? '';
  const query = useQuery(bulletinApi.getPublicNotice, token === '' ? null : { params: { noticeToken: token } });
  const { data, error } = query;
  const english = useSettings((s) => s.shown === 'en');
  const print = async () => {
    const address =
      API_BASE +
      addressOf(bulletinApi.getNoticeSheet, { params: { noticeToken: token }, query: english ? { lang: 'en' } : {} });
    if ((await openWeb(address)) === 'copied') toast(t('bulletin.printCopied'));
  };
  return (
    <Page
      title={data === undefined ? t('notice.one') : t('notice.of', { community: data.communityName })}
      footer={
        data === undefined ? undefined : (
          <FootButtons>
            <Button kind="outline" onPress={() => void print()}>
              {t('bulletin.print')}
            </Button>
          </FootButtons>
        )
      }
    >
      {token === '' || error?.status === 404 ? (
        <EmptyState title={t('notice.publicNotFound')} hint={t('notice.publicNotFoundHint')} />
      ) : (
        <Await query={query}>{(notice) => <Content token={token} notice={notice} />}</Await>
      )}
    </Page>
  );
}
