import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { HeldMessage } from '@bandeng/shared/chat/schemas.ts';
import { useState } from 'react';
import { MessageCard } from '@/chat/groups/message-card';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { usePages } from '@/platform/pages-query';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { ErrorNote } from '@/ui/error-state';
import { FootButtons } from '@/ui/foot-buttons';
import { InfiniteList } from '@/ui/infinite-list';
import { Notice } from '@/ui/notice';
import { confirm, toast } from '@/ui/overlay-store';
import { DecisionSheet } from './decision-sheet';

/** Messages that nobody sees yet: release them, or refuse them with a reason. */
export const HeldQueue = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const [refusing, setRefusing] = useState<HeldMessage | null>(null);
  const pages = usePages(chatApi.listHeld, { params: { communityId }, query: {} });
  const command = useCommand(chatApi.decideHeld);
  const decide = async (held: HeldMessage, release: boolean, reason: string) => {
    const outcome = await command.run({ params: { communityId, heldId: held.id }, body: { release, reason } });
    if (!outcome.ok) return;
    setRefusing(null);
    toast(t(release ? 'moderation.released' : 'moderation.refused'));
    void pages.refresh();
  };
  const release = async (held: HeldMessage) => {
    const question = { title: t('moderation.releaseAsk'), text: t('moderation.releaseText'), confirmText: t('moderation.release') };
    if (await confirm(question)) await decide(held, true, '');
  };
  return (
    <>
      {refusing === null ? <ErrorNote error={command.error} /> : null}
      <InfiniteList pages={pages} keyOf={({ id }) => id} empty={<EmptyState title={t('moderation.heldNone')} hint={t('moderation.noneHint')} />}>
        {(held) => (
          <Card title={held.groupName}>
            <MessageCard communityId={communityId} message={{ ...held, state: 'shown' }} />
            <Notice tone="amber">
              {held.reason === 'waiting' ? t('groups.held-waiting') : t(`groups.held-${held.reason}`, { detail: held.detail })}
            </Notice>
            <FootButtons>
              <Button kind="outline" disabled={command.busy} onPress={() => setRefusing(held)}>
                {t('moderation.refuse')}
              </Button>
              <Button disabled={command.busy} onPress={() => void release(held)}>
                {t('moderation.release')}
              </Button>
            </FootButtons>
          </Card>
        )}
      </InfiniteList>
      {refusing === null ? null : (
        <DecisionSheet
          danger
          command={command}
          title={t('moderation.refuseTitle')}
          lead={t('moderation.refuseLead')}
          confirmText={t('moderation.refuse')}
          onClose={() => setRefusing(null)}
          onSend={(reason) => void decide(refusing, false, reason)}
        />
      )}
    </>
  );
};
