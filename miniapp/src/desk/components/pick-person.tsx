import { communityApi } from '@bandeng/shared/community/api.ts';
import type { ResidentRow } from '@bandeng/shared/community/schemas.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { usePages } from '@/platform/pages-query';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { InfiniteList } from '@/ui/infinite-list';
import { List, Row } from '@/ui/list';
import { Sheet } from '@/ui/sheet';
import { TextField } from '@/ui/text-field';
import { useSettled } from '@/platform/use-settled';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly label: string;
}

interface PickPersonProps {
  readonly communityId: string;
  readonly label: string;
  readonly kind?: 'primary' | 'outline';
  readonly small?: boolean;
  readonly onPick: (person: Person) => void;
}

const Search = ({ communityId, onPick }: Pick<PickPersonProps, 'communityId' | 'onPick'>) => {
  const t = useT();
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const pages = usePages(communityApi.listResidents, {
    params: { communityId },
    query: search === '' ? {} : { search },
  });
  const row = ({ id, name, label, phone }: ResidentRow) => (
    <Row
      key={id}
      lead={<Avatar name={name} />}
      title={label || name}
      detail={phone ?? undefined}
      onPress={() => onPick({ id, name, label })}
    />
  );
  return (
    <>
      <TextField
        kind="search"
        label={t('desk.searchPerson')}
        placeholder={t('desk.searchPersonHint')}
        value={text}
        onChange={setText}
      />
      <InfiniteList
        pages={pages}
        keyOf={(item) => item.id}
        empty={<EmptyState title={t('desk.nobodyFound')} hint={t('desk.nobodyFoundHint')} />}
        frame={(items) => <List label={t('desk.people')}>{items.map(row)}</List>}
      >
        {row}
      </InfiniteList>
    </>
  );
};

/** A button that opens a search over the residents of the community. */
export const PickPerson = ({ communityId, label, kind = 'outline', small = false, onPick }: PickPersonProps) => {
  const [open, setOpen] = useState(false);
  const pick = (person: Person) => {
    setOpen(false);
    onPick(person);
  };
  return (
    <View>
      <Button kind={kind} small={small} onPress={() => setOpen(true)}>
        {label}
      </Button>
      <Sheet open={open} title={label} onClose={() => setOpen(false)}>
        <Search communityId={communityId} onPick={pick} />
      </Sheet>
    </View>
  );
};
