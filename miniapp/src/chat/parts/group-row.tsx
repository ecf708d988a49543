import { View } from '@tarojs/components';
import type { GroupRow } from '@bandeng/shared/chat/schemas.ts';
import { useT } from '@/i18n/use-t';
import { aria } from '@/ui/aria';
import { Avatar } from '@/ui/avatar';
import { cx } from '@/ui/cx';
import { MomentText } from '@/ui/moment';
import { Icon } from '@/ui/icon';
import { Press } from '@/ui/press';
import { badgeOf } from '../group-list';
import { sayLine } from '../words';
import { Hold } from './hold';

interface GroupRowProps {
  readonly row: GroupRow;
  /** Words begun and not sent. */
  readonly draft: string;
  /** It is shown beside the list. */
  readonly current?: boolean;
  readonly onOpen: () => void;
  readonly onMenu: () => void;
}

const LastLine = ({ row, draft }: Pick<GroupRowProps, 'row' | 'draft'>) => {
  const t = useT();
  const line = row.last === null ? t('chat.noWords') : sayLine(t, row.last);
  return (
    <View className="ch-row-line">
      {row.mentioned ? <View className="ch-row-mark">[{t('chat.mentioned')}]</View> : null}
      {draft === '' || row.mentioned ? null : <View className="ch-row-mark">[{t('chat.draft')}]</View>}
      <View className="ch-row-text">{draft === '' ? line : draft}</View>
    </View>
  );
};

/** One of my groups: its last word, and what I have not read of it. */
export const GroupRowItem = ({ row, draft, current = false, onOpen, onMenu }: GroupRowProps) => {
  const t = useT();
  const size = row.dwellings === null ? t('chat.members', { n: row.members }) : t('chat.dwellings', { n: row.dwellings });
  return (
    <Hold className={cx('ch-row', row.pinned && 'is-pinned', current && 'is-current')} onHold={onMenu}>
      <Press className="ch-row-press" current={current ? true : undefined} onPress={onOpen}>
        <Avatar name={row.name} />
        <View className="ch-row-main">
          <View className="ch-row-head">
            <View className="ch-row-name">{row.name}</View>
            <View className="ch-row-size">{size}</View>
            <View className="ch-row-time">{row.last === null ? null : <MomentText at={row.last.at} as="brief" />}</View>
          </View>
          <View className="ch-row-foot">
            <LastLine row={row} draft={draft} />
            {row.silenced ? <View className="ch-row-quiet">{t('chat.silenced')}</View> : null}
            {row.unread === 0 ? null : (
              <View className={cx('ch-badge', row.silenced && 'is-quiet')}>
                <View {...aria({ hidden: true })}>{badgeOf(row.unread)}</View>
                <View className="bd-unseen">{t('chat.unreadOf', { n: row.unread })}</View>
              </View>
            )}
          </View>
        </View>
      </Press>
      <Press className="ch-row-more" label={t('chat.rowMenu', { name: row.name })} onPress={onMenu}>
        <Icon name="dots" />
      </Press>
    </Hold>
  );
};
