import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MatterRow } from '@bandeng/shared/deliberation/schemas.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { stageTitle } from '@/deliberation/words';
import { DeskPage } from '@/desk/components/desk-page';
import { useSettled } from '@/platform/use-settled';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { usePages } from '@/platform/pages-query';
import type { Membership } from '@/platform/session';
import { Button } from '@/ui/button';
import { DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { InfiniteList } from '@/ui/infinite-list';
import { LinkText } from '@/ui/link-text';
import { List, Row } from '@/ui/list';
import { MomentText } from '@/ui/moment';
import { Tabs } from '@/ui/tabs';
import { Tag } from '@/ui/tag';
import { TextField } from '@/ui/text-field';
import { useWide } from '@/ui/use-wide';

const shows = ['waiting', 'running', 'mine', 'closed'] as const;

const Matters = ({ member }: { readonly member: Membership }) => {
  const t = useT();
  const wide = useWide();
  const { communityId } = member;
  const [show, setShow] = useState<(typeof shows)[number]>('running');
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const pages = usePages(deliberationApi.listMatters, {
    params: { communityId },
    query: { show, ...(search === '' ? {} : { search }) },
  });
  const open = ({ id, status }: MatterRow) =>
    go(status === 'draft' ? '/desk/pages/draft/index' : '/desk/pages/matter/index', { matterId: id });
  const state = ({ status, stageId }: MatterRow) =>
    status === 'running' && stageId !== null ? stageTitle(t, stageId, null) : t(`deliberation.status-${status}`);
  const due = ({ dueAt }: MatterRow) => (dueAt === null ? '—' : <MomentText at={dueAt} as="end" />);
  const drafts = member.roles.some((role) => role === 'branch-committee' || role === 'residents-committee');
  const table = (rows: readonly MatterRow[]) => (
    <DataTable
      label={t('chair.matters')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { id: 'number', title: t('deliberation.number'), cell: ({ number }) => number || '—' },
        {
          id: 'title',
          title: t('chair.title'),
          cell: (row) => <LinkText onPress={() => open(row)}>{row.title}</LinkText>,
        },
        { id: 'type', title: t('chair.type'), cell: ({ type }) => t(`deliberation.type-${type}`) },
        {
          id: 'state',
          title: t('chair.state'),
          cell: (row) => <Tag tone={row.waiting ? 'brick' : 'slate'}>{state(row)}</Tag>,
        },
        { id: 'due', title: t('chair.due'), cell: due },
      ]}
    />
  );
  const list = (rows: readonly MatterRow[]) => (
    <List label={t('chair.matters')}>
      {rows.map((row) => (
        <Row
          key={row.id}
          title={row.title}
          detail={
            <View>
              {row.number} <Tag tone={row.waiting ? 'brick' : 'slate'}>{state(row)}</Tag>
            </View>
          }
          onPress={() => open(row)}
        />
      ))}
    </List>
  );
  return (
    <>
      <Tabs
        label={t('chair.matters')}
        tabs={shows.map((value) => ({ value, text: t(`chair.show-${value}`) }))}
        value={show}
        onChange={setShow}
      />
      <TextField kind="search" label={t('chair.search')} value={text} onChange={setText} />
      {drafts ? (
        <View className="desk-buttons">
          <Button small onPress={() => go('/desk/pages/draft/index')}>
            {t('chair.draftNew')}
          </Button>
        </View>
      ) : null}
      <InfiniteList
        pages={pages}
        keyOf={({ id }) => id}
        empty={<EmptyState title={t(`chair.none-${show}`)} hint={t('chair.noneHint')} />}
        frame={wide ? table : list}
      >
        {({ title }) => title}
      </InfiniteList>
    </>
  );
};

export default function MattersPage() {
  const t = useT();
  return <DeskPage title={t('chair.matters')}>{(member) => <Matters member={member} />}</DeskPage>;
}
