import { communityApi } from '@bandeng/shared/community/api.ts';
import { areaKinds, type AreaKind } from '@bandeng/shared/community/vocabulary.ts';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import type { Choice } from '@/ui/choice';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { TextField } from '@/ui/text-field';

interface CreateAreaProps {
  readonly communityId: string;
  readonly choices: readonly Choice[];
  readonly onCreated: () => void;
}

/** A new area under an existing one. */
export const CreateArea = ({ communityId, choices, onCreated }: CreateAreaProps) => {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<AreaKind>('building');
  const [name, setName] = useState('');
  const [parentId, setParentId] = useState<string | null>(null);
  const create = useCommand(communityApi.createArea);
  const send = async () => {
    if (name.trim() === '' || parentId === null) return;
    const outcome = await create.run({ params: { communityId }, body: { kind, name: name.trim(), parentId } });
    if (!outcome.ok) return;
    setName('');
    setOpen(false);
    toast(t('register.areaCreated'));
    onCreated();
  };
  return (
    <>
      <Button kind="outline" small onPress={() => setOpen(true)}>
        {t('register.areaCreate')}
      </Button>
      <Sheet
        open={open}
        title={t('register.areaCreate')}
        onClose={() => setOpen(false)}
        footer={
          <Button
            busy={create.busy}
            retrying={create.retrying}
            disabled={name.trim() === '' || parentId === null}
            onPress={() => void send()}
          >
            {t('desk.save')}
          </Button>
        }
      >
        <Select
          label={t('register.areaKind')}
          value={kind}
          choices={areaKinds.map((one) => ({ value: one, text: t(`register.kind-${one}`) }))}
          onChange={setKind}
        />
        <TextField label={t('register.areaName')} required maxLength={40} value={name} onChange={setName} />
        <Select label={t('register.areaParent')} required value={parentId} choices={choices} onChange={setParentId} />
        <ErrorNote error={create.error} />
      </Sheet>
    </>
  );
};
