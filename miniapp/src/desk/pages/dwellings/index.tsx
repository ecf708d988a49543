import { communityApi } from '@bandeng/shared/community/api.ts';
import type { DwellingRow } from '@bandeng/shared/community/schemas.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { DeskPage } from '@/desk/components/desk-page';
import { sayOccupancy } from '@/desk/say-register';
import { useAreas } from '@/desk/use-areas';
import { useSettled } from '@/platform/use-settled';
import { formatArea } from '@/i18n/amount';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { usePages } from '@/platform/pages-query';
import { useSettings } from '@/platform/settings';
import { DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { InfiniteList } from '@/ui/infinite-list';
import { LinkText } from '@/ui/link-text';
import { List, Row } from '@/ui/list';
import { Select } from '@/ui/select';
import { Tag } from '@/ui/tag';
import { TextField } from '@/ui/text-field';
import { useWide } from '@/ui/use-wide';

const Dwellings = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  const wide = useWide();
  const { choices } = useAreas(communityId);
  const [text, setText] = useState('');
  const [areaId, setAreaId] = useState('all');
  const search = useSettled(text.trim());
  const pages = usePages(communityApi.listDwellings, {
    params: { communityId },
    query: { limit: 50, ...(search === '' ? {} : { search }), ...(areaId === 'all' ? {} : { areaId }) },
  });
  const open = ({ id }: DwellingRow) => go('/desk/pages/dwelling/index', { dwellingId: id });
  const owner = (row: DwellingRow) =>
    row.developer ? <Tag tone="amber">{t('register.developer')}</Tag> : row.ownerName;
  const table = (rows: readonly DwellingRow[]) => (
    <DataTable
      label={t('register.dwellings')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          id: 'label',
          title: t('register.dwelling'),
          cell: (row) => <LinkText onPress={() => open(row)}>{row.label}</LinkText>,
        },
        { id: 'owner', title: t('register.owner'), cell: owner },
        {
          id: 'area',
          title: t('register.area'),
          cell: ({ areaCentiM2 }) => formatArea(areaCentiM2, language),
          end: true,
        },
        { id: 'occupancy', title: t('register.occupancy'), cell: ({ occupancy }) => sayOccupancy(t, occupancy) },
        { id: 'registered', title: t('register.people'), cell: ({ registered }) => registered, end: true },
      ]}
    />
  );
  const list = (rows: readonly DwellingRow[]) => (
    <List label={t('register.dwellings')}>
      {rows.map((row) => (
        <Row
          key={row.id}
          title={row.label}
          detail={`${formatArea(row.areaCentiM2, language)} · ${sayOccupancy(t, row.occupancy)}`}
          value={owner(row)}
          onPress={() => open(row)}
        />
      ))}
    </List>
  );
  return (
    <>
      <View className="desk-search">
        <TextField
          kind="search"
          label={t('register.search')}
          placeholder={t('register.searchHint')}
          value={text}
          onChange={setText}
        />
        <Select
          label={t('register.inArea')}
          value={areaId}
          choices={[{ value: 'all', text: t('register.allAreas') }, ...choices]}
          onChange={setAreaId}
        />
      </View>
      <InfiniteList
        pages={pages}
        keyOf={({ id }) => id}
        empty={
          <EmptyState
            title={t('register.noDwellings')}
            hint={t(search === '' ? 'register.noDwellingsHint' : 'register.noMatchHint')}
          />
        }
        frame={wide ? table : list}
      >
        {({ label }) => label}
      </InfiniteList>
    </>
  );
};

export default function DwellingsPage() {
  const t = useT();
  return (
    <DeskPage title={t('register.dwellings')} roles={['administrator', 'building-leader', 'grid-worker']}>
      {({ communityId }) => <Dwellings communityId={communityId} />}
    </DeskPage>
  );
}
