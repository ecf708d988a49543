import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { MemberOnly } from '@/account/components/member-only';
import { Highlight } from '@/chat/groups/highlight';
import { sayMessage } from '@/chat/groups/message-words';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { usePages } from '@/platform/pages-query';
import { useSettled } from '@/platform/use-settled';
import { Avatar } from '@/ui/avatar';
import { EmptyState } from '@/ui/empty-state';
import { InfiniteList } from '@/ui/infinite-list';
import { List, Row } from '@/ui/list';
import { MomentText } from '@/ui/moment';
import { Page } from '@/ui/page';
import { TextField } from '@/ui/text-field';

type Hit = Reply<typeof chatApi.searchMessages>['items'][number];

const Search = ({ communityId, groupId }: { readonly communityId: string; readonly groupId: string | undefined }) => {
  const t = useT();
  const [text, setText] = useState('');
  const sought = useSettled(text.trim());
  const query = { text: sought, ...(groupId === undefined ? {} : { groupId }) };
  const pages = usePages(chatApi.searchMessages, sought === '' ? null : { params: { communityId }, query });
  const words = sought.split(/\s+/);
  const row = ({ groupId: id, groupName, message }: Hit) => (
    <Row
      key={`${id}.${message.seq}`}
      lead={<Avatar name={message.author?.label ?? groupName} />}
      title={<Highlight text={sayMessage(t, message)} words={words} />}
      detail={
        <>
          {[groupId === undefined ? groupName : '', message.author?.label ?? ''].filter((part) => part !== '').join(' · ')}{' '}
          <Text className="ch-hit-when">
            <MomentText at={message.at} />
          </Text>
        </>
      }
      onPress={() => go('/chat/pages/conversation/index', { id, seq: message.seq })}
    />
  );
  return (
    <>
      <TextField kind="search" label={t('groups.searchLabel')} placeholder={t('groups.searchHint')} maxLength={40} value={text} onChange={setText} />
      {sought === '' ? (
        <EmptyState title={t('groups.searchBegin')} hint={t('groups.searchBeginHint')} />
      ) : (
        <InfiniteList
          pages={pages}
          keyOf={({ groupId: id, message }) => `${id}.${message.seq}`}
          empty={<EmptyState title={t('groups.searchNone')} hint={t('groups.searchNoneHint')} />}
          frame={(items) => <List label={t('groups.searchTitle')}>{items.map(row)}</List>}
        >
          {row}
        </InfiniteList>
      )}
    </>
  );
};

/** 查找聊天记录: in one group, or in all of mine. A hit opens its place in the conversation. */
export default function SearchMessages() {
  const t = useT();
  const { group } = useRouter().params;
  return (
    <Page title={t('groups.searchTitle')}>
      <MemberOnly>{({ communityId }) => <Search communityId={communityId} groupId={group} />}</MemberOnly>
    </Page>
  );
}
