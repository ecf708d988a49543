import type { BodyMember } from '@bandeng/shared/community/schemas.ts';
import { useT } from '@/i18n/use-t';
import { Button } from '@/ui/button';
import { DataTable, type Column } from '@/ui/data-table';

interface MemberTableProps {
  readonly label: string;
  readonly members: readonly BodyMember[];
  /** Representatives speak for households. */
  readonly households: boolean;
  readonly onEnd?: (member: BodyMember) => void;
}

export const MemberTable = ({ label, members, households, onEnd }: MemberTableProps) => {
  const t = useT();
  const columns: Column<BodyMember>[] = [
    { id: 'name', title: t('desk.name'), cell: ({ name }) => name },
    { id: 'label', title: t('desk.label'), cell: (member) => member.label },
    { id: 'position', title: t('desk.position'), cell: ({ position }) => position || '—' },
    ...(households
      ? [{ id: 'households', title: t('desk.households'), cell: (member: BodyMember) => member.households || '—', end: true }]
      : []),
    { id: 'term', title: t('desk.term'), cell: ({ from, until }) => `${from} — ${until ?? t('desk.open')}` },
    ...(onEnd === undefined
      ? []
      : [
          {
            id: 'end',
            title: t('desk.actions'),
            end: true,
            cell: (member: BodyMember) => (
              <Button kind="outline" small label={t('desk.endTitle', { name: member.name })} onPress={() => onEnd(member)}>
                {t('desk.end')}
              </Button>
            ),
          },
        ]),
  ];
  return <DataTable label={label} rows={members} keyOf={({ id }) => id} columns={columns} />;
};
