import { communityApi } from '@bandeng/shared/community/api.ts';
import { tenureKinds, type TenureKind } from '@bandeng/shared/community/vocabulary.ts';
import { useState } from 'react';
import { useKept } from '@/platform/use-kept';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { DateField } from '@/ui/date-time-field';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { TextField } from '@/ui/text-field';

interface AddTenureProps {
  readonly communityId: string;
  readonly dwellingId: string;
  readonly onAdded: () => void;
}

const empty = { name: '', phone: '', kind: 'household' as TenureKind, birthDay: '' };
const phonePattern = /^1[0-9]{10}$/;

/** Registers a person in a dwelling. */
export const AddTenure = ({ communityId, dwellingId, onAdded }: AddTenureProps) => {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [tried, setTried] = useState(false);
  const { value, change, settle } = useKept(`tenure.${dwellingId}`, empty);
  const add = useCommand(communityApi.addTenure);
  const { name, phone, kind, birthDay } = value;
  const phoneWrong = phone !== '' && !phonePattern.test(phone);
  const send = async () => {
    setTried(true);
    if (name.trim() === '' || phoneWrong) return;
    const body = {
      name: name.trim(),
      kind,
      ...(phone === '' ? {} : { phone }),
      ...(birthDay === '' ? {} : { birthDay }),
    };
    const outcome = await add.run({ params: { communityId, dwellingId }, body });
    if (!outcome.ok) return;
    settle(empty);
    setTried(false);
    setOpen(false);
    toast(t('register.added'));
    onAdded();
  };
  return (
    <>
      <Button kind="outline" onPress={() => setOpen(true)}>
        {t('register.add')}
      </Button>
      <Sheet
        open={open}
        title={t('register.add')}
        onClose={() => setOpen(false)}
        footer={
          <Button busy={add.busy} retrying={add.retrying} onPress={() => void send()}>
            {t('desk.save')}
          </Button>
        }
      >
        <TextField
          label={t('desk.name')}
          required
          maxLength={40}
          value={name}
          error={tried && name.trim() === '' ? t('desk.nameNeeded') : undefined}
          onChange={(next) => change({ name: next })}
        />
        <Select
          label={t('register.kind')}
          value={kind}
          choices={tenureKinds.map((one) => ({ value: one, text: t(`mine.tenure-${one}`) }))}
          onChange={(next) => change({ kind: next })}
        />
        <TextField
          kind="phone"
          label={t('desk.phone')}
          required={false}
          maxLength={11}
          hint={t('register.phoneHint')}
          value={phone}
          error={tried && phoneWrong ? t('register.phoneWrong') : undefined}
          onChange={(next) => change({ phone: next })}
        />
        <DateField
          label={t('register.birthDay')}
          required={false}
          hint={t('register.birthDayHint')}
          value={birthDay}
          onChange={(next) => change({ birthDay: next })}
        />
        <ErrorNote error={add.error} />
      </Sheet>
    </>
  );
};
