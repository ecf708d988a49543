import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { ModerationEntry } from '@bandeng/shared/chat/schemas.ts';
import { useT } from '@/i18n/use-t';
import { usePages } from '@/platform/pages-query';
import { EmptyState } from '@/ui/empty-state';
import { InfiniteList } from '@/ui/infinite-list';
import { List, Row } from '@/ui/list';
import { Moment } from '@/ui/moment';

/** Everything that was done to keep order, by whom, to whom and why. */
export const ModerationLog = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const pages = usePages(chatApi.listModerationLog, { params: { communityId }, query: {} });
  const row = ({ id, by, action, groupName, about, reason, at }: ModerationEntry) => {
    const said = [t('moderation.logLine', { by, group: groupName }), about === '' ? '' : t('moderation.logAbout', { about }), reason];
    return (
      <Row
        key={id}
        title={t(`moderation.action-${action}`)}
        detail={said.filter((part) => part !== '').join(' · ')}
        value={<Moment at={at} as="ago" />}
      />
    );
  };
  return (
    <InfiniteList
      pages={pages}
      keyOf={({ id }) => id}
      empty={<EmptyState title={t('moderation.logNone')} hint={t('moderation.noneHint')} />}
      frame={(items) => <List label={t('moderation.tab-log')}>{items.map(row)}</List>}
    >
      {row}
    </InfiniteList>
  );
};
