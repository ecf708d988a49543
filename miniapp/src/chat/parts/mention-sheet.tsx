import { View } from '@tarojs/components';
import { chatApi } from '@bandeng/shared/chat/api.ts';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { usePages } from '@/platform/pages-query';
import { useSettled } from '@/platform/use-settled';
import { Avatar } from '@/ui/avatar';
import { EmptyState } from '@/ui/empty-state';
import { InfiniteList } from '@/ui/infinite-list';
import { Row } from '@/ui/list';
import { Sheet } from '@/ui/sheet';
import { TextInput } from '@/ui/text-input';
import { everyone } from '../mentions';

interface MentionSheetProps {
  readonly communityId: string;
  readonly groupId: string;
  readonly me: string;
  readonly mayAll: boolean;
  readonly onPick: (one: { id: string; label: string }) => void;
  readonly onClose: () => void;
}

/** Whom to call: the members of the group by name, and everyone where that is allowed. */
export const MentionSheet = ({ communityId, groupId, me, mayAll, onPick, onClose }: MentionSheetProps) => {
  const t = useT();
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const pages = usePages(chatApi.listMembers, { params: { communityId, groupId }, query: search === '' ? {} : { search } });
  return (
    <Sheet open title={t('chat.mentionTitle')} onClose={onClose}>
      <TextInput kind="search" label={t('chat.mentionSearch')} placeholder={t('chat.mentionSearch')} maxLength={40} value={text} onChange={setText} />
      {mayAll && search === '' ? (
        <Row
          lead={<Avatar name="@" />}
          title={t('chat.mentionAll')}
          detail={t('chat.mentionAllDetail')}
          onPress={() => onPick({ id: everyone, label: t('chat.mentionAll') })}
        />
      ) : null}
      <View className="ch-people">
        <InfiniteList pages={pages} keyOf={({ id }) => id} empty={<EmptyState title={t('chat.mentionNobody')} />}>
          {({ id, label, badge }) =>
            id === me ? null : (
              <Row
                lead={<Avatar name={label} />}
                title={label}
                {...(badge === null ? {} : { detail: t(`chat.badge-${badge}`) })}
                onPress={() => onPick({ id, label })}
              />
            )
          }
        </InfiniteList>
      </View>
    </Sheet>
  );
};
