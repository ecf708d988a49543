import { View } from '@tarojs/components';
import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Knock } from '@bandeng/shared/bulletin/schemas.ts';
import { useState } from 'react';
import { MemberOnly } from '@/account/components/member-only';
import { KnockChoice } from '@/bulletin/components/knock-choice';
import { openNotice } from '@/bulletin/components/notice-card';
import { groupByNotice } from '@/bulletin/knocks';
import { useT } from '@/i18n/use-t';
import { usePages } from '@/platform/pages-query';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { InfiniteList } from '@/ui/infinite-list';
import { LinkText } from '@/ui/link-text';
import { Moment } from '@/ui/moment';
import { Page } from '@/ui/page';
import { Tabs } from '@/ui/tabs';

const shows = ['open', 'all'] as const;
const doorOf = ({ noticeId, dwellingId }: Knock): string => `${noticeId} ${dwellingId}`;

const Door = ({
  communityId,
  knock,
  onRecorded,
  onOutdated,
}: {
  readonly communityId: string;
  readonly knock: Knock;
  readonly onRecorded: (knock: Knock) => void;
  readonly onOutdated: () => void;
}) => {
  const t = useT();
  return (
    <View className="nt-knock">
      <View className="nt-knock-head">
        <View className="nt-knock-place bd-num">{knock.label}</View>
        <View className="bd-muted">
          {knock.result === null || knock.at === null ? (
            t('notice.knockOpen')
          ) : (
            <>
              {t(`notice.knock-${knock.result}`)} · <Moment at={knock.at} as="ago" />
            </>
          )}
        </View>
      </View>
      <KnockChoice
        communityId={communityId}
        {...knock}
        version={knock.noticeVersion}
        onRecorded={onRecorded}
        onOutdated={onOutdated}
      />
    </View>
  );
};

const Doors = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const [show, setShow] = useState<(typeof shows)[number]>('open');
  // What was just recorded stays where it was, so that a slip of the thumb can be put right.
  const [recorded, setRecorded] = useState<ReadonlyMap<string, Knock>>(new Map());
  const pages = usePages(bulletinApi.listMyKnocks, {
    params: { communityId },
    query: show === 'open' ? { open: true } : {},
  });
  const keep = (knock: Knock) => setRecorded((now) => new Map(now).set(doorOf(knock), knock));
  return (
    <>
      <Tabs
        label={t('notice.knocks')}
        tabs={shows.map((value) => ({ value, text: t(`notice.knocks-${value}`) }))}
        value={show}
        onChange={(next) => {
          setShow(next);
          void pages.refresh();
        }}
      />
      <InfiniteList
        pages={pages}
        keyOf={doorOf}
        empty={<EmptyState title={t(`notice.knocksNone-${show}`)} hint={t('notice.knocksHint')} />}
        frame={(knocks) =>
          groupByNotice(knocks).map((group) => (
            <Card
              key={group.noticeId}
              title={group.title}
              extra={<LinkText onPress={() => openNotice(group.noticeId)}>{t('notice.read')}</LinkText>}
            >
              {group.knocks.map((knock) => (
                <Door
                  key={knock.dwellingId}
                  communityId={communityId}
                  knock={recorded.get(doorOf(knock)) ?? knock}
                  onRecorded={keep}
                  onOutdated={() => {
                    setRecorded(new Map());
                    void pages.refresh();
                  }}
                />
              ))}
            </Card>
          ))
        }
      >
        {({ label }) => label}
      </InfiniteList>
    </>
  );
};

/** 我的敲门单: doors at which somebody still has to be told, for the helper who was asked to go. */
export default function KnocksPage() {
  const t = useT();
  return (
    <Page title={t('notice.knocks')}>
      <MemberOnly>{({ communityId }) => <Doors communityId={communityId} />}</MemberOnly>
    </Page>
  );
}
