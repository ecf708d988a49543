import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { MyAppeal } from '@bandeng/shared/chat/schemas.ts';
import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import { useQuery } from '@/platform/query';
import { Await } from '@/ui/await';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { Moment } from '@/ui/moment';
import { Notice } from '@/ui/notice';
import { Tag } from '@/ui/tag';
import { MessageCard } from './message-card';

const tones = { open: 'amber', restored: 'bamboo', refused: 'brick' } as const;

const AppealCard = ({ communityId, appeal }: { readonly communityId: string; readonly appeal: MyAppeal }) => {
  const t = useT();
  const { status, reason, decidedAt, deletedReason, text, groupName, message } = appeal;
  return (
    <Card title={groupName} extra={<Tag tone={tones[status]}>{t(`groups.appealStatus-${status}`)}</Tag>}>
      <MessageCard communityId={communityId} message={{ ...message, state: 'shown' }} />
      <View className="bd-muted">{t('groups.appealDeleted', { reason: deletedReason })}</View>
      <View className="bd-lead">{t('groups.appealMine', { text })}</View>
      {status === 'open' ? (
        <View className="bd-muted">{t('groups.appealOpen')}</View>
      ) : (
        <Notice tone={tones[status]}>
          {t(`groups.appeal-${status}`, { reason })}
          {decidedAt === null ? null : (
            <>
              {' · '}
              <Moment at={decidedAt} />
            </>
          )}
        </Notice>
      )}
    </Card>
  );
};

/** What I asked to be looked at again after a deletion, the newest first, and what was decided. */
export const MyAppeals = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const query = useQuery(chatApi.listMyAppeals, { params: { communityId } });
  return (
    <Await query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={t('groups.appealsNone')} hint={t('groups.appealsNoneHint')} />
        ) : (
          <View>
            {items.map((appeal) => (
              <AppealCard key={appeal.id} communityId={communityId} appeal={appeal} />
            ))}
          </View>
        )
      }
    </Await>
  );
};
