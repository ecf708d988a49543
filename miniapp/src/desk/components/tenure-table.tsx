import type { Tenure } from '@bandeng/shared/community/schemas.ts';
import { useT } from '@/i18n/use-t';
import { dayOf } from '@/i18n/when';
import { Button } from '@/ui/button';
import { DataTable, type Column } from '@/ui/data-table';
import { Notice } from '@/ui/notice';
import { Tag } from '@/ui/tag';

interface TenureTableProps {
  readonly tenures: readonly Tenure[];
  readonly onEnd?: (tenure: Tenure) => void;
}

/** Who belongs to a dwelling, and how. */
export const TenureTable = ({ tenures, onEnd }: TenureTableProps) => {
  const t = useT();
  if (tenures.length === 0) return <Notice>{t('register.nobody')}</Notice>;
  const columns: Column<Tenure>[] = [
    { id: 'name', title: t('desk.name'), cell: ({ name }) => name },
    { id: 'kind', title: t('register.kind'), cell: ({ kind }) => <Tag>{t(`mine.tenure-${kind}`)}</Tag> },
    { id: 'phone', title: t('desk.phone'), cell: ({ phone }) => phone ?? '—' },
    { id: 'from', title: t('desk.from'), cell: ({ from }) => dayOf(from) },
    {
      id: 'bound',
      title: t('register.bound'),
      cell: ({ bound }) => t(bound ? 'register.boundYes' : 'register.boundNo'),
    },
    onEnd === undefined
      ? { id: 'until', title: t('desk.until'), cell: ({ until }) => (until === null ? '—' : dayOf(until)) }
      : {
          id: 'end',
          title: t('desk.actions'),
          end: true,
          cell: (tenure) => (
            <Button kind="outline" small label={`${t('register.end')}: ${tenure.name}`} onPress={() => onEnd(tenure)}>
              {t('register.end')}
            </Button>
          ),
        },
  ];
  return <DataTable label={t('register.inForce')} rows={tenures} keyOf={({ id }) => id} columns={columns} />;
};
