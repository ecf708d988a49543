import { View } from '@tarojs/components';
import type { NoticeRow } from '@bandeng/shared/bulletin/schemas.ts';
import { useT } from '@/i18n/use-t';
import { useAppearance } from '@/platform/appearance';
import { go } from '@/platform/navigate';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/button';
import { cx } from '@/ui/cx';
import { ErrorNote } from '@/ui/error-state';
import { MomentText } from '@/ui/moment';
import { Press } from '@/ui/press';
import { asksMe, isPressing } from '../notice-facts';
import type { Acknowledge } from '../use-acknowledge';
import { NoticeTags } from './notice-tags';

interface NoticeCardProps {
  readonly notice: NoticeRow;
  readonly acknowledge: Acknowledge;
  /** After the server has taken down the acknowledgement. */
  readonly onAcknowledged: () => void;
  /** It waited for this reader when the list was shown: once acknowledged, the card says so. */
  readonly waited?: boolean;
}

export const openNotice = (id: string): void => go('/bulletin/pages/notice/index', { id });

/** A notice in a list; opens on a press, and is acknowledged without opening it. An emergency stands in brick. */
export const NoticeCard = ({ notice, acknowledge, onAcknowledged, waited = false }: NoticeCardProps) => {
  const t = useT();
  const { large } = useAppearance();
  const { id, title, by, scopeLabel, publishedAt, expiresAt, status } = notice;
  const press = async () => {
    if ((await acknowledge.run(notice)) !== null) onAcknowledged();
  };
  return (
    <View className={cx('bd-card', isPressing(notice) && 'nt-urgent')}>
      <Press onPress={() => openNotice(id)}>
        {/* The line below says that it is done. */}
        <NoticeTags notice={waited ? { ...notice, needsAck: asksMe(notice) } : notice} />
        <View className={large ? 'nt-title' : 'bd-card-title'}>{title}</View>
        <View className="bd-muted nt-meta">
          {by.label} · {publishedAt === null ? scopeLabel : <MomentText at={publishedAt} as="ago" />}
          {expiresAt === null || status !== 'published' ? null : (
            <>
              {' · '}
              {t('notice.until')} <MomentText at={expiresAt} as="end" />
            </>
          )}
        </View>
      </Press>
      {acknowledge.failedId === id ? <ErrorNote error={acknowledge.error} /> : null}
      {asksMe(notice) ? (
        <View className="nt-act">
          <Button
            kind="outline"
            busy={acknowledge.busyId === id}
            retrying={acknowledge.retrying}
            label={`${t('notice.acknowledge')}: ${title}`}
            onPress={() => void press()}
          >
            {t('notice.acknowledge')}
          </Button>
        </View>
      ) : waited ? (
        <View className="nt-done" {...aria({ role: 'status' })}>
          ✓ {t('notice.acknowledged')}
        </View>
      ) : null}
    </View>
  );
};
