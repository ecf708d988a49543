import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Appeal } from '@bandeng/shared/chat/schemas.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { MessageCard } from '@/chat/groups/message-card';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { usePages } from '@/platform/pages-query';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { FootButtons } from '@/ui/foot-buttons';
import { InfiniteList } from '@/ui/infinite-list';
import { Notice } from '@/ui/notice';
import { toast } from '@/ui/overlay-store';
import { DecisionSheet } from './decision-sheet';

/** Deleted messages whose authors ask for them back, with the original. */
export const AppealQueue = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const [deciding, setDeciding] = useState<{ readonly appeal: Appeal; readonly restore: boolean } | null>(null);
  const pages = usePages(chatApi.listAppeals, { params: { communityId }, query: { status: 'open' } });
  const command = useCommand(chatApi.decideAppeal);
  const send = async (reason: string) => {
    if (deciding === null) return;
    const params = { communityId, appealId: deciding.appeal.id };
    if (!(await command.run({ params, body: { restore: deciding.restore, reason } })).ok) return;
    setDeciding(null);
    toast(t('moderation.decided'));
    void pages.refresh();
  };
  const kind = deciding?.restore === true ? 'restore' : 'keepDeleted';
  return (
    <>
      <InfiniteList pages={pages} keyOf={({ id }) => id} empty={<EmptyState title={t('moderation.appealsNone')} hint={t('moderation.noneHint')} />}>
        {(appeal) => (
          <Card title={t('moderation.appealOf', { label: appeal.message.author?.label ?? '' })} extra={appeal.groupName}>
            <MessageCard communityId={communityId} message={appeal.message} />
            <Notice tone="brick">{t('moderation.deletedBy', { by: appeal.deletedBy, reason: appeal.deletedReason })}</Notice>
            <View className="bd-lead">{appeal.text}</View>
            <FootButtons>
              <Button kind="outline" onPress={() => setDeciding({ appeal, restore: false })}>
                {t('moderation.keepDeleted')}
              </Button>
              <Button onPress={() => setDeciding({ appeal, restore: true })}>{t('moderation.restore')}</Button>
            </FootButtons>
          </Card>
        )}
      </InfiniteList>
      {deciding === null ? null : (
        <DecisionSheet
          command={command}
          title={t(`moderation.${kind}Title`)}
          lead={t(`moderation.${kind}Lead`)}
          confirmText={t(`moderation.${kind}`)}
          onClose={() => setDeciding(null)}
          onSend={(reason) => void send(reason)}
        />
      )}
    </>
  );
};
