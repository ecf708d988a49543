import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Group } from '@bandeng/shared/chat/schemas.ts';
import { chatLimits, namings, speakings } from '@bandeng/shared/chat/vocabulary.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';
import { Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';

interface PolicyFormProps {
  readonly communityId: string;
  readonly group: Group;
  readonly onSaved: (group: Group) => void;
}

/** Name of the group, how members appear in it, and who may speak: each as far as this member may change it. */
export const PolicyForm = ({ communityId, group, onSaved }: PolicyFormProps) => {
  const t = useT();
  const [name, setName] = useState(group.name);
  const [naming, setNaming] = useState(group.naming);
  const [speaking, setSpeaking] = useState(group.speaking);
  const command = useCommand(chatApi.updateGroup);
  const renames = group.allowed.includes('rename');
  const rules = group.allowed.includes('set-policy');
  const changed = { ...(name.trim() === group.name ? {} : { name: name.trim() }), ...(naming === group.naming ? {} : { naming }), ...(speaking === group.speaking ? {} : { speaking }) };
  const save = async () => {
    const outcome = await command.run({ params: { communityId, groupId: group.id }, body: { ...changed, version: group.version } });
    if (!outcome.ok) return;
    toast(t('groups.saved'));
    onSaved(outcome.reply);
  };
  return (
    <Card title={t('groups.policy')}>
      <TextField
        label={t('groups.name')}
        value={name}
        onChange={setName}
        maxLength={chatLimits.groupName}
        disabled={!renames}
        error={name.trim() === '' ? t('groups.nameNeeded') : undefined}
      />
      <Select
        label={t('groups.naming')}
        hint={t('groups.namingKept')}
        value={naming}
        onChange={setNaming}
        disabled={!rules}
        choices={namings.map((value) => ({ value, text: t(`groups.naming-${value}`) }))}
      />
      <Select
        label={t('groups.speaking')}
        value={speaking}
        onChange={setSpeaking}
        disabled={!rules}
        choices={speakings.map((value) => ({ value, text: t(`groups.speaking-${value}`) }))}
      />
      <ErrorNote error={command.error} />
      {renames || rules ? (
        <View>
          <Button
            kind="outline"
            disabled={Object.keys(changed).length === 0 || name.trim() === ''}
            busy={command.busy}
            retrying={command.retrying}
            onPress={() => void save()}
          >
            {t('groups.save')}
          </Button>
        </View>
      ) : null}
    </Card>
  );
};
