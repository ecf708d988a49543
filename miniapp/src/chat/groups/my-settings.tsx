import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Group } from '@bandeng/shared/chat/schemas.ts';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Card } from '@/ui/card';
import { Switch } from '@/ui/checks';
import { ErrorNote } from '@/ui/error-state';

interface MySettingsProps {
  readonly communityId: string;
  readonly group: Group;
  readonly onChange: (change: Partial<Pick<Group, 'pinned' | 'silenced'>>) => void;
}

/** What I set for myself in this group; it takes effect at once, and goes back when the server refuses. */
export const MySettings = ({ communityId, group, onChange }: MySettingsProps) => {
  const t = useT();
  const command = useCommand(chatApi.setMyGroup);
  const set = async (change: Partial<Pick<Group, 'pinned' | 'silenced'>>) => {
    onChange(change);
    const outcome = await command.run({ params: { communityId, groupId: group.id }, body: change });
    if (!outcome.ok) onChange({ pinned: group.pinned, silenced: group.silenced });
  };
  return (
    <Card title={t('groups.mine')}>
      <Switch label={t('groups.pin')} value={group.pinned} onChange={(pinned) => void set({ pinned })} />
      <Switch
        label={t('groups.silence')}
        detail={t('groups.silenceDetail')}
        value={group.silenced}
        onChange={(silenced) => void set({ silenced })}
      />
      <ErrorNote error={command.error} />
    </Card>
  );
};
