import { chatApi } from '@bandeng/shared/chat/api.ts';
import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import { formatExact } from '@/i18n/when';
import { useCommand } from '@/platform/command';
import { replaceWith } from '@/platform/navigate';
import { useQuery } from '@/platform/query';
import { useSettings } from '@/platform/settings';
import { Await } from '@/ui/await';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';

/** Who invites to what; joining opens the conversation. */
export const TakeInvitation = ({ communityId, code }: { readonly communityId: string; readonly code: string }) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  const params = { communityId, invitationCode: code };
  const query = useQuery(chatApi.getInvitation, { params });
  const command = useCommand(chatApi.joinGroup);
  const join = async () => {
    const outcome = await command.run({ params });
    if (!outcome.ok) return;
    toast(t('groups.joined'));
    replaceWith('/chat/pages/conversation/index', { id: outcome.reply.id });
  };
  return (
    <Await query={query}>
      {({ groupName, by, members, expiresAt, joined }) => (
        <Card title={groupName}>
          <View className="bd-muted">{t('groups.membersCount', { n: members })}</View>
          <View className="bd-lead">
            {joined ? t('groups.joinedBefore') : t('groups.inviteFrom', { by })}
            {'\n'}
            {t('groups.inviteUntil', { time: formatExact(expiresAt, language) })}
          </View>
          <ErrorNote error={command.error} />
          <Button busy={command.busy} retrying={command.retrying} onPress={() => void join()}>
            {t(joined ? 'groups.openGroup' : 'groups.join')}
          </Button>
        </Card>
      )}
    </Await>
  );
};
