import { View } from '@tarojs/components';
import type { GroupRow } from '@bandeng/shared/chat/schemas.ts';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { aria } from '@/ui/aria';
import { EmptyState } from '@/ui/empty-state';
import { ErrorNote, ErrorState } from '@/ui/error-state';
import { Press } from '@/ui/press';
import { Skeleton } from '@/ui/skeleton';
import { readDraft } from '../drafts';
import { refreshGroups, useGroups } from '../group-store';
import { GroupMenu } from './group-menu';
import { GroupRowItem } from './group-row';

interface GroupRowsProps {
  readonly communityId: string;
  /** The one that is shown beside the list. */
  readonly current?: string;
  readonly onOpen: (groupId: string) => void;
}

/** My groups, the latest word first, and the way to what was said in them. */
export const GroupRows = ({ communityId, current, onOpen }: GroupRowsProps) => {
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
              draft={row.id === current ? '' : readDraft(row.id)}
              current={row.id === current}
              onOpen={() => onOpen(row.id)}
              onMenu={() => setMenu(row)}
            />
          </View>
        ))}
      </View>
      {menu === null ? null : <GroupMenu communityId={communityId} row={menu} onClose={() => setMenu(null)} />}
    </>
  );
};
