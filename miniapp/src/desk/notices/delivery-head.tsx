import { reachedOf } from '@bandeng/shared/bulletin/delivery.ts';
import type { Delivery } from '@bandeng/shared/bulletin/schemas.ts';
import { View } from '@tarojs/components';
import { toneOf } from '@/bulletin/notice-facts';
import { Tiles } from '@/desk/components/tiles';
import { formatCount } from '@/i18n/amount';
import { useT } from '@/i18n/use-t';
import { ProgressBar } from '@/ui/bar';
import { Card } from '@/ui/card';
import { Moment } from '@/ui/moment';
import { Tag } from '@/ui/tag';
import { countMissing } from './delivery-facts';

/** What was sent to whom, and how many dwellings it has reached. */
export const DeliveryHead = ({ delivery: { notice, total, people } }: { readonly delivery: Delivery }) => {
  const t = useT();
  const { needsAck, category, status, title, scopeLabel, publishedAt, version } = notice;
  const reached = reachedOf(total, needsAck);
  const missing = countMissing(total, needsAck);
  const done = t(needsAck ? 'notice.ackCount' : 'notice.readCount', { n: formatCount(reached) });
  const left = t(needsAck ? 'notice.ackMissing' : 'notice.readMissing', { n: formatCount(missing) });
  return (
    <Card>
      <View>
        <Tag tone={toneOf(category)}>{t(`notice.category-${category}`)}</Tag>
        {needsAck ? <Tag>{t('notice.needsAck')}</Tag> : null}
        {status === 'published' ? null : <Tag tone="amber">{t(`notice.status-${status}`)}</Tag>}
        {version > 1 ? <Tag>{t('notice.version', { n: version })}</Tag> : null}
      </View>
      <View className="nt-title">{title}</View>
      <View className="bd-muted">
        {t('notice.sentTo', { scope: scopeLabel, n: total.dwellings })}
        {publishedAt === null ? null : (
          <>
            {' · '}
            <Moment at={publishedAt} as="ago" />
          </>
        )}
      </View>
      <View className="dn-head-bar">
        <ProgressBar part={reached} whole={total.dwellings} tone="bamboo" label={`${done}, ${left}`} />
      </View>
      <View className="dn-legend bd-num">
        <View>{done}</View>
        <View>{left}</View>
      </View>
      <View className="bd-gap" />
      <Tiles
        tiles={[
          ...(needsAck
            ? [
                {
                  name: t('notice.state-acknowledged'),
                  value: formatCount(total.acknowledged),
                  tone: 'bamboo' as const,
                },
              ]
            : []),
          { name: t('notice.state-read'), value: formatCount(needsAck ? total.read : reached) },
          { name: t('notice.state-not-reached'), value: formatCount(total.notReached) },
          { name: t('notice.state-not-registered'), value: formatCount(total.notRegistered) },
        ]}
      />
      {people.of === 0 ? null : <View className="bd-muted">{t('notice.people', people)}</View>}
    </Card>
  );
};
