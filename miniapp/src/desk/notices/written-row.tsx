import type { WrittenNotice } from '@bandeng/shared/bulletin/schemas.ts';
import { View } from '@tarojs/components';
import { toneOf } from '@/bulletin/notice-facts';
import { formatCount } from '@/i18n/amount';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { ProgressBar } from '@/ui/bar';
import { Card } from '@/ui/card';
import { MomentText } from '@/ui/moment';
import { Tag } from '@/ui/tag';

const isOut = ({ status }: WrittenNotice): boolean => status !== 'draft' && status !== 'scheduled';

const open = (notice: WrittenNotice): void =>
  go(isOut(notice) ? '/desk/pages/delivery/index' : '/desk/pages/notice-edit/index', { id: notice.id });

/** One of the notices I look after, with how far it came; opens its delivery, or the draft. */
export const WrittenRow = ({ notice }: { readonly notice: WrittenNotice }) => {
  const t = useT();
  const { category, title, by, scopeLabel, status, needsAck, dwellings, reached, version, publishAt, publishedAt } =
    notice;
  const progress = t(needsAck ? 'notice.reachedAck' : 'notice.reachedRead', {
    of: formatCount(dwellings),
    n: formatCount(reached),
  });
  return (
    <Card onPress={() => open(notice)}>
      <View>
        <Tag tone={toneOf(category)}>{t(`notice.category-${category}`)}</Tag>
        <Tag tone={status === 'scheduled' ? 'amber' : 'slate'}>{t(`notice.status-${status}`)}</Tag>
        {version > 1 ? <Tag>{t('notice.version', { n: version })}</Tag> : null}
      </View>
      <View className="bd-card-title">{title}</View>
      <View className="bd-muted">
        {by.label} · {scopeLabel}
        {publishedAt === null ? null : (
          <>
            {' · '}
            <MomentText at={publishedAt} as="ago" />
          </>
        )}
      </View>
      {status === 'scheduled' && publishAt !== null ? (
        <View>
          {t('notice.publishesAt')} <MomentText at={publishAt} />
        </View>
      ) : null}
      {isOut(notice) ? (
        <View className="dn-head-bar">
          <ProgressBar part={reached} whole={dwellings} tone="bamboo" label={progress} />
          <View className="dn-legend bd-num">{progress}</View>
        </View>
      ) : null}
    </Card>
  );
};
