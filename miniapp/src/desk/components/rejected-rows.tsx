import { communityApi } from '@bandeng/shared/community/api.ts';
import type { RegisterImport, RejectedRow } from '@bandeng/shared/community/schemas.ts';
import { View } from '@tarojs/components';
import { toCsv } from '@/desk/csv';
import { useT } from '@/i18n/use-t';
import { handOver } from '@/platform/hand-over';
import { usePages } from '@/platform/pages-query';
import { call } from '@/platform/request';
import { useSettings } from '@/platform/settings';
import { useAsking } from '@/platform/use-asking';
import { Button } from '@/ui/button';
import { DataTable } from '@/ui/data-table';
import { ErrorNote } from '@/ui/error-state';
import { InfiniteList } from '@/ui/infinite-list';
import { Notice } from '@/ui/notice';
import { toast } from '@/ui/overlay-store';

const readAll = async (params: { communityId: string; importId: string }): Promise<RejectedRow[]> => {
  const rows: RejectedRow[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) };
    const page = await call(communityApi.listRejectedRows, { params, query });
    rows.push(...page.items);
    cursor = page.next;
  }
  return rows;
};

/** Every refused row with its place and a sentence; as a list to hand to whoever keeps the spreadsheet. */
export const RejectedRows = ({
  communityId,
  register,
}: {
  readonly communityId: string;
  readonly register: RegisterImport;
}) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  const params = { communityId, importId: register.id };
  const pages = usePages(communityApi.listRejectedRows, { params, query: { limit: 50 } });
  const { busy, error, ask } = useAsking();
  const say = (row: RejectedRow) => (language === 'en' ? row.en : row.zh);
  const save = () =>
    ask(async () => {
      const head = [t('register.row'), t('register.column'), t('register.code'), t('register.why')];
      const rows = (await readAll(params)).map((row) => [String(row.row), row.column ?? '', row.code, say(row)]);
      const name = `${register.fileName}.${t('register.rejected')}.csv`;
      const done = await handOver({ name, type: 'text/csv', text: toCsv([head, ...rows]) });
      toast(t(done === 'saved' ? 'register.saved' : 'ui.copied'));
    });
  if (register.rejectedCount === 0) return <Notice tone="bamboo">{t('register.rejectedNone')}</Notice>;
  return (
    <>
      <View className="desk-buttons">
        <Button kind="outline" small busy={busy} onPress={() => void save()}>
          {t('register.saveRejected')}
        </Button>
      </View>
      <ErrorNote error={error} />
      <InfiniteList
        pages={pages}
        keyOf={(row) => `${row.row}-${row.column}-${row.code}`}
        empty={<Notice tone="bamboo">{t('register.rejectedNone')}</Notice>}
        frame={(items) => (
          <DataTable
            label={t('register.rejected')}
            rows={items}
            keyOf={(row) => `${row.row}-${row.column}-${row.code}`}
            columns={[
              { id: 'row', title: t('register.row'), cell: (row) => row.row, end: true },
              { id: 'column', title: t('register.column'), cell: (row) => row.column ?? '—' },
              { id: 'why', title: t('register.why'), cell: say },
              { id: 'code', title: t('register.code'), cell: (row) => row.code },
            ]}
          />
        )}
      >
        {(row) => say(row)}
      </InfiniteList>
    </>
  );
};
