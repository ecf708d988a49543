import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { MemberOnly } from '@/account/components/member-only';
import { refreshGroups } from '@/chat/group-store';
import { GroupRows } from '@/chat/parts/group-rows';
import { GroupsBeside } from '@/chat/parts/groups-beside';
import { useBeside } from '@/chat/use-beside';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { useMembership } from '@/platform/session';
import { Page } from '@/ui/page';
import { Press } from '@/ui/press';

const open = (id: string) => go('/chat/pages/conversation/index', { id });

/** 群聊: my groups, what was said last, and what I have not read. */
export default function Chats() {
  const t = useT();
  const member = useMembership();
  const beside = useBeside();
  // Also renders the drafts that were kept or sent meanwhile.
  const [, setShown] = useState(0);
  useDidShow(() => {
    setShown((n) => n + 1);
    void refreshGroups();
  });
  if (beside && member !== null) {
    const list = <GroupsBeside communityId={member.communityId} current="" onOpen={open} />;
    return (
      <Page title={t('app.chats')} tab="chats" beside={list}>
        <View className="ch-choose">{t('chat.choose')}</View>
      </Page>
    );
  }
  return (
    <Page
      title={t('app.chats')}
      tab="chats"
      action={
        <Press className="bd-link ch-link" role="link" onPress={() => go('/chat/pages/create/index')}>
          {t('chat.newGroup')}
        </Press>
      }
    >
      <MemberOnly>{({ communityId }) => <GroupRows communityId={communityId} onOpen={open} />}</MemberOnly>
    </Page>
  );
}
