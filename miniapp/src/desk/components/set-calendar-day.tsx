import { communityApi } from '@bandeng/shared/community/api.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { DateField } from '@/ui/date-time-field';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { TextField } from '@/ui/text-field';

/** Adds a holiday or a make-up workday, as the yearly arrangement of the State Council announces them. */
export const SetCalendarDay = ({
  communityId,
  onSaved,
}: {
  readonly communityId: string;
  readonly onSaved: () => void;
}) => {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState('');
  const [kind, setKind] = useState<'off' | 'worked'>('off');
  const [note, setNote] = useState('');
  const set = useCommand(communityApi.setCalendarDay);
  const send = async () => {
    const outcome = await set.run({ params: { communityId }, body: { day, off: kind === 'off', note: note.trim() } });
    if (!outcome.ok) return;
    setOpen(false);
    setDay('');
    toast(t('desk.daySaved'));
    onSaved();
  };
  return (
    <View className="desk-buttons">
      <Button kind="outline" small onPress={() => setOpen(true)}>
        {t('desk.addDay')}
      </Button>
      <Sheet
        open={open}
        title={t('desk.addDay')}
        onClose={() => setOpen(false)}
        footer={
          <Button busy={set.busy} retrying={set.retrying} disabled={day === ''} onPress={() => void send()}>
            {t('desk.save')}
          </Button>
        }
      >
        <DateField label={t('desk.day')} required value={day} onChange={setDay} />
        <Select
          label={t('desk.dayKind')}
          value={kind}
          choices={[
            { value: 'off', text: t('desk.dayOff') },
            { value: 'worked', text: t('desk.dayWorked') },
          ]}
          onChange={setKind}
        />
        <TextField label={t('desk.note')} required={false} maxLength={60} value={note} onChange={setNote} />
        <ErrorNote error={set.error} />
      </Sheet>
    </View>
  );
};
