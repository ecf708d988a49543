import type { BodyMember } from '@bandeng/shared/community/schemas.ts';
import { useT } from '@/i18n/use-t';
import { Button } from '@/ui/button';
import { DataTable, type Column } from '@/ui/data-table';
import { List, Row } from '@/ui/list';
import { useWide } from '@/ui/use-wide';

interface MemberTableProps {
  readonly label: string;
  readonly members: readonly BodyMember[];
  /** Representatives speak for households. */
  readonly households: boolean;
  readonly onEnd?: (member: BodyMember) => void;
  readonly onHouseholds?: (member: BodyMember) => void;
}

/** Members with their terms: a table on a desk, a list on a phone. */
export const MemberTable = ({ label, members, households, onEnd, onHouseholds }: MemberTableProps) => {
  const t = useT();
  const wide = useWide();
  const term = ({ from, until }: BodyMember) => `${from} — ${until ?? t('desk.open')}`;
  const end = (member: BodyMember) =>
    onEnd === undefined ? null : (
      <>
        {onHouseholds === undefined ? null : (
          <Button
            kind="outline"
            small
            label={t('desk.householdsTitle', { name: member.name })}
            onPress={() => onHouseholds(member)}
          >
            {t('desk.households')}
          </Button>
        )}
        <Button kind="outline" small label={t('desk.endTitle', { name: member.name })} onPress={() => onEnd(member)}>
          {t('desk.end')}
        </Button>
      </>
    );
  if (!wide) {
    return (
      <List label={label}>
        {members.map((member) => (
          <Row
            key={member.id}
            title={[member.label || member.name, member.position].filter(Boolean).join(' · ')}
            detail={[
              households && member.households > 0 ? t('deliberation.householdsOf', { n: member.households }) : '',
              term(member),
            ]
              .filter(Boolean)
              .join(' · ')}
            value={end(member) ?? undefined}
          />
        ))}
      </List>
    );
  }
  const columns: Column<BodyMember>[] = [
    { id: 'label', title: t('desk.name'), cell: (member) => member.label || member.name },
    { id: 'position', title: t('desk.position'), cell: ({ position }) => position || '—' },
    ...(households
      ? [
          {
            id: 'households',
            title: t('desk.households'),
            cell: (member: BodyMember) => member.households || '—',
            end: true,
          },
        ]
      : []),
    { id: 'term', title: t('desk.term'), cell: term },
    ...(onEnd === undefined ? [] : [{ id: 'end', title: t('desk.actions'), end: true, cell: end }]),
  ];
  return <DataTable label={label} rows={members} keyOf={({ id }) => id} columns={columns} />;
};
