import { chatApi } from '@bandeng/shared/chat/api.ts';
import { chatLimits } from '@bandeng/shared/chat/vocabulary.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { MemberOnly } from '@/account/components/member-only';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { replaceWith } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';
import { Page } from '@/ui/page';
import { TextField } from '@/ui/text-field';

const CreateGroup = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const command = useCommand(chatApi.createGroup);
  const create = async () => {
    if (name.trim() === '') return setMissing(true);
    const outcome = await command.run({ params: { communityId }, body: { name: name.trim() } });
    if (!outcome.ok) return;
    toast(t('groups.created'));
    replaceWith('/chat/pages/invite/index', { id: outcome.reply.id });
  };
  return (
    <Card>
      <View className="bd-lead">{t('groups.createLead')}</View>
      <TextField
        label={t('groups.name')}
        required
        value={name}
        maxLength={chatLimits.groupName}
        error={missing && name.trim() === '' ? t('groups.nameNeeded') : undefined}
        onChange={setName}
        onEnter={() => void create()}
      />
      <ErrorNote error={command.error} />
      <Button busy={command.busy} retrying={command.retrying} onPress={() => void create()}>
        {t('groups.create')}
      </Button>
    </Card>
  );
};

/** 新建群: a name, then the invitation. */
export default function CreateGroupPage() {
  const t = useT();
  return (
    <Page title={t('groups.create')}>
      <MemberOnly>{({ communityId }) => <CreateGroup communityId={communityId} />}</MemberOnly>
    </Page>
  );
}
