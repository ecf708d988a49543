import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import type { GroupRow } from '@bandeng/shared/chat/schemas.ts';
import { useState } from 'react';
import { MemberOnly } from '@/account/components/member-only';
import { readDraft } from '@/chat/drafts';
import { refreshGroups, useGroups } from '@/chat/group-store';
import { GroupMenu } from '@/chat/parts/group-menu';
import { GroupRowItem } from '@/chat/parts/group-row';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { aria } from '@/ui/aria';
import { EmptyState } from '@/ui/empty-state';
import { ErrorNote, ErrorState } from '@/ui/error-state';
import { LinkText } from '@/ui/link-text';
import { Page } from '@/ui/page';
import { Press } from '@/ui/press';
import { Skeleton } from '@/ui/skeleton';

const Groups = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const { rows, error } = useGroups();
  const [menu, setMenu] = useState<GroupRow | null>(null);
  if (rows === undefined) return error === null ? <Skeleton cards={5} /> : <ErrorState error={error} onRetry={() => void refreshGroups()} />;
  if (rows.length === 0) {
    const action = { text: t('chat.emptyAction'), onPress: () => go('/account/pages/claim/index') };
    return <EmptyState title={t('chat.empty')} hint={t('chat.emptyHint')} action={action} />;
  }
  return (
    <>
      <Press className="ch-search" role="link" onPress={() => go('/chat/pages/search/index')}>
        {t('chat.search')}
      </Press>
      <ErrorNote error={error} />
      <View className="bd-card ch-rows" {...aria({ role: 'list', label: t('chat.groups') })}>
        {rows.map((row) => (
          <View key={row.id} className="ch-row-item" {...aria({ role: 'listitem' })}>
            <GroupRowItem
              row={row}
              draft={readDraft(row.id)}
              onOpen={() => go('/chat/pages/conversation/index', { id: row.id })}
              onMenu={() => setMenu(row)}
            />
          </View>
        ))}
      </View>
      {menu === null ? null : <GroupMenu communityId={communityId} row={menu} onClose={() => setMenu(null)} />}
    </>
  );
};

/** 群聊: my groups, what was said last, and what I have not read. */
export default function Chats() {
  const t = useT();
  // Also renders the drafts that were kept or sent meanwhile.
  const [, setShown] = useState(0);
  useDidShow(() => {
    setShown((n) => n + 1);
    void refreshGroups();
  });
  return (
    <Page
      title={t('app.chats')}
      tab="chats"
      action={<LinkText onPress={() => go('/chat/pages/create/index')}>{t('chat.newGroup')}</LinkText>}
    >
      <MemberOnly>{({ communityId }) => <Groups communityId={communityId} />}</MemberOnly>
    </Page>
  );
}
