import { communityApi } from '@bandeng/shared/community/api.ts';
import { bodyKinds, type BodyKind } from '@bandeng/shared/community/vocabulary.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { TextField } from '@/ui/text-field';

/** A new roster: usually only once, when a community begins. */
export const CreateBody = ({
  communityId,
  onCreated,
}: {
  readonly communityId: string;
  readonly onCreated: () => void;
}) => {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<BodyKind>('representatives');
  const [name, setName] = useState('');
  const create = useCommand(communityApi.createBody);
  const send = async () => {
    const outcome = await create.run({ params: { communityId }, body: { kind, name: name.trim() } });
    if (!outcome.ok) return;
    setName('');
    setOpen(false);
    toast(t('desk.bodyCreated'));
    onCreated();
  };
  return (
    <View className="desk-buttons">
      <Button kind="outline" small onPress={() => setOpen(true)}>
        {t('desk.bodyCreate')}
      </Button>
      <Sheet
        open={open}
        title={t('desk.bodyCreate')}
        onClose={() => setOpen(false)}
        footer={
          <Button
            busy={create.busy}
            retrying={create.retrying}
            disabled={name.trim() === ''}
            onPress={() => void send()}
          >
            {t('desk.save')}
          </Button>
        }
      >
        <Select
          label={t('desk.bodyKind')}
          value={kind}
          choices={bodyKinds.map((one) => ({ value: one, text: t(`desk.body-${one}`) }))}
          onChange={setKind}
        />
        <TextField label={t('desk.bodyName')} required maxLength={40} value={name} onChange={setName} />
        <ErrorNote error={create.error} />
      </Sheet>
    </View>
  );
};
