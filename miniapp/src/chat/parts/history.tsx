import { View } from '@tarojs/components';
import { memo, useMemo } from 'react';
import { useT } from '@/i18n/use-t';
import { formatWhen } from '@/i18n/when';
import { useSettings } from '@/platform/settings';
import { aria } from '@/ui/aria';
import { Press } from '@/ui/press';
import { useNow } from '@/ui/use-now';
import { drawRows, type Conversation, type Row } from '../rows';
import type { ConversationState, Opened } from '../use-conversation';
import { MessageItem } from './message-item';
import { OutgoingItem } from './outgoing-item';

const TimeLine = ({ at }: { readonly at: number }) => {
  const language = useSettings((s) => s.shown);
  return <View className="ch-time">{formatWhen(at, useNow(60_000), language)}</View>;
};

const RowItem = ({ row }: { readonly row: Row }) => {
  const t = useT();
  switch (row.kind) {
    case 'time':
      return <TimeLine at={row.at} />;
    case 'new':
      return <View className="ch-new">{t('chat.newBelow')}</View>;
    case 'message':
      return <MessageItem message={row.message} own={row.own} named={row.named} />;
    case 'outgoing':
      return <OutgoingItem outgoing={row.outgoing} named={row.named} />;
  }
};

interface HistoryProps {
  readonly opened: Opened;
  readonly outgoing: Conversation['outgoing'];
  readonly me: string;
  readonly paging: ConversationState['paging'];
  readonly onOlder: () => void;
  readonly onNewer: () => void;
}

/** The rows of the conversation, with a way on at both ends for those who do not scroll. */
export const History = memo(({ opened, outgoing, me, paging, onOlder, onNewer }: HistoryProps) => {
  const t = useT();
  const { list, readSeq } = opened;
  const rows = useMemo(
    () => drawRows({ messages: list.items, outgoing: list.hasAfter ? [] : outgoing, me, readSeq }),
    [list, outgoing, me, readSeq],
  );
  const way = (text: string, onPress: () => void) => (
    <Press className="ch-way" onPress={onPress}>
      {paging === 'no' ? text : t(paging === 'failed' ? 'chat.historyFailed' : 'ui.loading')}
    </Press>
  );
  return (
    <>
      {list.hasBefore ? way(t('chat.earlier'), onOlder) : <View className="ch-time">{t(rows.length === 0 ? 'chat.noWords' : 'chat.noEarlier')}</View>}
      <View {...aria({ role: 'list', label: t('chat.log') })}>
        {rows.map((row) => (
          <View key={row.key} {...aria({ role: 'listitem' })}>
            <RowItem row={row} />
          </View>
        ))}
      </View>
      {list.hasAfter ? way(t('chat.later'), onNewer) : null}
    </>
  );
});
