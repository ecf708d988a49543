import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { useState } from 'react';
import { MemberOnly } from '@/account/components/member-only';
import { RecordEntry } from '@/deliberation/components/record-entry';
import { useCommunityId } from '@/deliberation/queries';
import { useT } from '@/i18n/use-t';
import { usePages } from '@/platform/pages-query';
import { call } from '@/platform/request';
import { useAsking } from '@/platform/use-asking';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { ErrorNote } from '@/ui/error-state';
import { InfiniteList } from '@/ui/infinite-list';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';

type Verdict = Reply<typeof deliberationApi.verifyRecord>;

const VerdictNote = ({ verdict }: { readonly verdict: Verdict }) => {
  const t = useT();
  if (!verdict.unbroken) {
    return (
      <Notice tone="brick" live>
        × {t('deliberation.recordBroken', { n: verdict.brokenAt ?? 0 })}
      </Notice>
    );
  }
  return (
    <Notice tone="bamboo" live>
      ✓ {t('deliberation.recordUnbroken', { n: verdict.length })}
      <View className="dl-hash">
        {t('deliberation.recordHead')}: {verdict.head}
      </View>
    </Notice>
  );
};

const RecordList = ({ matterId }: { readonly matterId: string }) => {
  const t = useT();
  const communityId = useCommunityId();
  const pages = usePages(deliberationApi.listRecord, { params: { communityId, matterId } });
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const { busy, error, ask } = useAsking();
  const verify = () =>
    ask(async () => setVerdict(await call(deliberationApi.verifyRecord, { params: { communityId, matterId } })));
  return (
    <>
      <Card>
        <View className="dl-lead">{t('deliberation.recordLead')}</View>
        {verdict === null ? null : <VerdictNote verdict={verdict} />}
        <ErrorNote error={error} />
        <Button kind="outline" busy={busy} onPress={() => void verify()}>
          {t('deliberation.recordVerify')}
        </Button>
      </Card>
      <InfiniteList
        pages={pages}
        keyOf={({ seq }) => String(seq)}
        empty={<EmptyState title={t('deliberation.recordNone')} hint={t('deliberation.recordNoneHint')} />}
      >
        {(entry) => <RecordEntry entry={entry} />}
      </InfiniteList>
    </>
  );
};

/** 事项档案: every step in its order, each chained to the one before. */
export default function RecordPage() {
  const t = useT();
  const matterId = useRouter().params['matter'] ?? '';
  return (
    <Page title={t('deliberation.recordTitle')}>
      <MemberOnly>{() => <RecordList matterId={matterId} />}</MemberOnly>
    </Page>
  );
}
