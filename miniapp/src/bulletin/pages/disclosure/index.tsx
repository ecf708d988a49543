import { useRouter } from '@tarojs/taro';
import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { PublicDisclosure } from '@bandeng/shared/deliberation/schemas.ts';
import { PublicHead, PublicStages, PublicTrust } from '@/bulletin/components/public-parts';
import { DisclosureCard } from '@/deliberation/components/disclosure-card';
import { ProgressTimeline } from '@/deliberation/components/progress-timeline';
import { RatingOverview } from '@/deliberation/components/rating-summary';
import { useT } from '@/i18n/use-t';
import { addressOf } from '@/platform/address';
import { openWeb } from '@/platform/open-web';
import { useQuery } from '@/platform/query';
import { Await } from '@/ui/await';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { toast } from '@/ui/overlay-store';
import { Page } from '@/ui/page';

/** One disclosure for anyone who scanned its code: no account, names and dwellings masked by the server. */
export default function Disclosure() {
  const t = useT();
  const token = useRouter().params['token'] ?? '';
  const query = useQuery(deliberationApi.getPublicDisclosure, token === '' ? null : { params: { token } });
  const { data, error } = query;
  const files = { addressOf: (fileId: string) => addressOf(deliberationApi.getPublicFile, { params: { token, fileId } }) };
  const print = async (address: string) => {
    if ((await openWeb(address)) === 'copied') toast(t('bulletin.printCopied'));
  };
  const content = (page: PublicDisclosure) => (
    <>
      <PublicHead page={page} />
      <DisclosureCard disclosure={page.disclosure} objections={page.objections} files={files} />
      {page.disclosure.stageId === 'publish-outcome' || page.progress.length > 0 ? (
        <ProgressTimeline
          progress={page.progress}
          spentFen={page.spentFen}
          budgetFen={page.head.budgetFen}
          files={files}
        />
      ) : null}
      {page.ratings.count === 0 ? null : (
        <Card title={t('deliberation.ratingTitle')}>
          <RatingOverview ratings={page.ratings} />
        </Card>
      )}
    </>
  );
  return (
    <Page
      title={data === undefined ? t('bulletin.title') : t('bulletin.boardOf', { community: data.communityName })}
      aside={
        data === undefined ? undefined : (
          <>
            <PublicStages page={data} />
            <PublicTrust page={data} />
          </>
        )
      }
      footer={
        data === undefined ? undefined : (
          <Button kind="outline" onPress={() => void print(data.sheetUrl)}>
            {t('bulletin.print')}
          </Button>
        )
      }
    >
      {token === '' || error?.status === 404 ? (
        <EmptyState title={t('bulletin.notFound')} />
      ) : (
        <Await query={query}>{content}</Await>
      )}
    </Page>
  );
}
