import { View } from '@tarojs/components';
import type { NoticeRow } from '@bandeng/shared/bulletin/schemas.ts';
import { useT } from '@/i18n/use-t';
import { Tag } from '@/ui/tag';
import { asksMe, isCorrected, toneOf } from '../notice-facts';

type Facts = Pick<NoticeRow, 'category' | 'status' | 'needsAck' | 'acknowledged' | 'version' | 'read'>;

/** What kind of notice it is, and how it stands with this reader. */
export const NoticeTags = ({ notice }: { readonly notice: Facts }) => {
  const t = useT();
  const { category, status, needsAck, acknowledged } = notice;
  return (
    <View>
      <Tag tone={toneOf(category)}>{t(`notice.category-${category}`)}</Tag>
      {isCorrected(notice) ? <Tag tone="brick">{t('notice.corrected')}</Tag> : null}
      {asksMe(notice) ? <Tag tone="brick">{t('notice.needsAck')}</Tag> : null}
      {needsAck && acknowledged ? <Tag tone="bamboo">{t('notice.acknowledged')}</Tag> : null}
      {status === 'published' ? null : <Tag>{t(`notice.status-${status}`)}</Tag>}
    </View>
  );
};
