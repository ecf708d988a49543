import type { RollEntryView } from '@bandeng/shared/deliberation/schemas.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { List, Row } from '@/ui/list';
import { Sheet } from '@/ui/sheet';
import { TextField } from '@/ui/text-field';

interface PickFromRollProps {
  readonly label: string;
  /** The roll as far as it can be chosen from. */
  readonly listEntries: (search: string) => readonly RollEntryView[];
  readonly onPick: (entry: RollEntryView) => void;
}

const most = 60;

/** A button that opens a search over a roll. */
export const PickFromRoll = ({ label, listEntries, onPick }: PickFromRollProps) => {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const found = open ? listEntries(search) : [];
  return (
    <View>
      <Button kind="outline" onPress={() => setOpen(true)}>
        {label}
      </Button>
      <Sheet open={open} title={label} onClose={() => setOpen(false)}>
        <TextField kind="search" label={t('deliberation.rollSearch')} value={search} onChange={setSearch} />
        {found.length === 0 ? <View className="bd-muted">{t('deliberation.rollNone')}</View> : null}
        <List label={label}>
          {found.slice(0, most).map((entry) => (
            <Row
              key={entry.voterId}
              lead={<Avatar name={entry.name} />}
              title={entry.label || entry.name}
              onPress={() => {
                setOpen(false);
                setSearch('');
                onPick(entry);
              }}
            />
          ))}
        </List>
        {found.length > most ? <View className="bd-muted">{t('chair.narrow', { n: found.length - most })}</View> : null}
      </Sheet>
    </View>
  );
};
