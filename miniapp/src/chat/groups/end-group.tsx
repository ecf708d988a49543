import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Group } from '@bandeng/shared/chat/schemas.ts';
import { chatLimits } from '@bandeng/shared/chat/vocabulary.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ReasonSheet } from '@/desk/components/reason-sheet';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { replaceWith } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { ErrorNote } from '@/ui/error-state';
import { Notice } from '@/ui/notice';
import { confirm, toast } from '@/ui/overlay-store';

/** Ways out of a group: leaving or dissolving a free one; of the others, why there is none. */
export const EndGroup = ({ communityId, group }: { readonly communityId: string; readonly group: Group }) => {
  const t = useT();
  const leave = useCommand(chatApi.leaveGroup);
  const dissolve = useCommand(chatApi.dissolveGroup);
  const [dissolving, setDissolving] = useState(false);
  const params = { communityId, groupId: group.id };
  const goAway = async () => {
    const question = { title: t('groups.leaveAsk', { name: group.name }), text: t('groups.leaveText'), confirmText: t('groups.leave'), danger: true };
    if (!(await confirm(question))) return;
    const outcome = await leave.run({ params });
    if (!outcome.ok) return;
    toast(t('groups.left'));
    replaceWith('/pages/chats/index');
  };
  const end = async (reason: string) => {
    const outcome = await dissolve.run({ params, body: { reason } });
    if (!outcome.ok) return;
    toast(t('groups.dissolved'));
    replaceWith('/pages/chats/index');
  };
  if (group.kind !== 'free') return <Notice>{t('groups.follows')}</Notice>;
  return (
    <View>
      <ErrorNote error={leave.error} />
      {group.allowed.includes('leave') ? (
        <Button kind="outline" busy={leave.busy} retrying={leave.retrying} onPress={() => void goAway()}>
          {t('groups.leave')}
        </Button>
      ) : null}
      {group.allowed.includes('dissolve') ? (
        <Button kind="danger" onPress={() => setDissolving(true)}>
          {t('groups.dissolve')}
        </Button>
      ) : null}
      {dissolving ? (
        <ReasonSheet
          open
          danger
          title={t('groups.dissolveTitle', { name: group.name })}
          lead={t('groups.dissolveLead')}
          reasonLabel={t('desk.reason')}
          confirmText={t('groups.dissolve')}
          maxLength={chatLimits.reason}
          busy={dissolve.busy}
          retrying={dissolve.retrying}
          error={dissolve.error}
          onClose={() => setDissolving(false)}
          onSend={(reason) => void end(reason)}
        />
      ) : null}
    </View>
  );
};
