import type { Delivery } from '@bandeng/shared/bulletin/schemas.ts';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { DeskPage } from '@/desk/components/desk-page';
import { AssignKnocks } from '@/desk/notices/assign-knocks';
import { countMissing } from '@/desk/notices/delivery-facts';
import { DeliveryHead } from '@/desk/notices/delivery-head';
import { DeliveryMore, ReceiptsCard } from '@/desk/notices/delivery-more';
import { DeliveryUnits } from '@/desk/notices/delivery-units';
import { DoorList } from '@/desk/notices/door-list';
import { noticeRoles } from '@/desk/notices/notice-roles';
import '@/desk/notices/notices.scss';
import { RemindFoot } from '@/desk/notices/remind-foot';
import { useDelivery } from '@/desk/notices/use-delivery';
import { useT } from '@/i18n/use-t';
import { useMembership } from '@/platform/session';
import { Await } from '@/ui/await';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { Tabs } from '@/ui/tabs';

const views = ['missing', 'units'] as const;

interface PartProps {
  readonly communityId: string;
  readonly delivery: Delivery;
  readonly onChanged: () => void;
}

const Doors = ({ communityId, delivery, onChanged }: PartProps) => {
  const t = useT();
  const [view, setView] = useState<(typeof views)[number]>('missing');
  return (
    <View>
      <Tabs
        label={t('notice.dwellings')}
        tabs={views.map((value) => ({ value, text: t(`notice.view-${value}`) }))}
        value={view}
        onChange={setView}
      />
      {view === 'units' ? (
        <DeliveryUnits communityId={communityId} delivery={delivery} onChanged={onChanged} />
      ) : (
        <DoorList
          communityId={communityId}
          delivery={delivery}
          query={{ missing: true }}
          empty={<EmptyState title={t('notice.missingNone')} hint={t('notice.missingNoneHint')} />}
          frame={(rows) => <View className="bd-card bd-list">{rows}</View>}
          onChanged={onChanged}
        />
      )}
    </View>
  );
};

const KnockCard = ({ communityId, delivery, onChanged }: PartProps) => {
  const t = useT();
  const { knocks, notice, total, allowed } = delivery;
  const sent = knocks.open + knocks.told + knocks.absent > 0;
  return (
    <Card title={t('notice.knockTitle')}>
      <View className="bd-muted">{t('notice.knockLead')}</View>
      {sent ? <View className="bd-num">{t('notice.knockCounts', knocks)}</View> : null}
      {allowed.includes('assign-knocks') && countMissing(total, notice.needsAck) > 0 ? (
        <AssignKnocks communityId={communityId} noticeId={notice.id} onAssigned={onChanged} />
      ) : null}
    </Card>
  );
};

/** 公告送达: who has not been reached, by unit and door, and what to do about it. */
export default function DeliveryPage() {
  const t = useT();
  const noticeId = useRouter().params['id'] ?? '';
  const member = useMembership();
  const known =
    member !== null &&
    noticeId !== '' &&
    member.roles.some((role) => (noticeRoles as readonly string[]).includes(role));
  const query = useDelivery(known ? { communityId: member.communityId, noticeId } : null);
  const { data, error, refresh } = query;
  const changed = () => void refresh();
  const foot =
    data === undefined || member === null ? undefined : (
      <RemindFoot communityId={member.communityId} delivery={data} onReminded={changed} />
    );
  return (
    <DeskPage title={t('notice.delivery')} wide={false} roles={noticeRoles} footer={foot}>
      {({ communityId }) =>
        noticeId === '' || error?.status === 404 ? (
          <EmptyState title={t('notice.notFound')} />
        ) : (
          <Await query={query}>
            {(delivery) => (
              <>
                <DeliveryHead delivery={delivery} />
                <KnockCard communityId={communityId} delivery={delivery} onChanged={changed} />
                <Doors communityId={communityId} delivery={delivery} onChanged={changed} />
                <ReceiptsCard receipts={delivery.receipts} />
                <DeliveryMore communityId={communityId} delivery={delivery} onChanged={changed} />
              </>
            )}
          </Await>
        )
      }
    </DeskPage>
  );
}
