import { View } from '@tarojs/components';
import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { useState } from 'react';
import { MemberOnly } from '@/account/components/member-only';
import { MatterRowCard } from '@/deliberation/components/matter-row';
import { useSettled } from '@/platform/use-settled';
import { useT } from '@/i18n/use-t';
import { usePages } from '@/platform/pages-query';
import { EmptyState } from '@/ui/empty-state';
import { InfiniteList } from '@/ui/infinite-list';
import { Page } from '@/ui/page';
import { Tabs } from '@/ui/tabs';
import { TextInput } from '@/ui/text-input';

type Show = 'running' | 'waiting' | 'closed';

const empty = {
  running: ['deliberation.emptyRunning', 'deliberation.emptyRunningHint'],
  waiting: ['deliberation.emptyWaiting', 'deliberation.emptyWaitingHint'],
  closed: ['deliberation.emptyClosed', 'deliberation.emptyClosedHint'],
} as const;

const MatterList = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const [show, setShow] = useState<Show>('running');
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const pages = usePages(deliberationApi.listMatters, {
    params: { communityId },
    query: search === '' ? { show } : { show, search },
  });
  const [title, hint] = empty[show];
  return (
    <>
      <Tabs
        label={t('deliberation.hallTabs')}
        value={show}
        onChange={setShow}
        tabs={(['running', 'waiting', 'closed'] as const).map((value) => ({
          value,
          text: t(`deliberation.show-${value}`),
        }))}
      />
      <View className="dl-search">
        <TextInput
          kind="search"
          label={t('deliberation.hallSearch')}
          placeholder={t('deliberation.hallSearch')}
          maxLength={40}
          value={text}
          onChange={setText}
        />
      </View>
      <InfiniteList
        pages={pages}
        keyOf={({ id }) => id}
        empty={
          search === '' ? (
            <EmptyState title={t(title)} hint={t(hint)} />
          ) : (
            <EmptyState title={t('deliberation.emptySearch', { text: search })} hint={t('deliberation.emptySearchHint')} />
          )
        }
      >
        {(row) => <MatterRowCard row={row} />}
      </InfiniteList>
    </>
  );
};

/** 议事厅: matters that run, that wait for me, that are finished. */
export default function Hall() {
  const t = useT();
  return (
    <Page title={t('app.hall')} tab="hall">
      <MemberOnly>{({ communityId }) => <MatterList communityId={communityId} />}</MemberOnly>
    </Page>
  );
}
