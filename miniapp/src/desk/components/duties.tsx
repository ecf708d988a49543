import { communityApi } from '@bandeng/shared/community/api.ts';
import type { Duty } from '@bandeng/shared/community/schemas.ts';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { useQuery } from '@/platform/query';
import type { Membership } from '@/platform/session';
import { Await } from '@/ui/await';
import { Button } from '@/ui/button';
import { DataTable, type Column } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { toast } from '@/ui/overlay-store';
import { EndTerm } from './end-term';
import { GrantDuty } from './grant-duty';

/** Who holds which duty, where and how long; granted and ended by the administrator. */
export const Duties = ({ member }: { readonly member: Membership }) => {
  const t = useT();
  const { communityId } = member;
  const administers = member.roles.includes('administrator');
  const query = useQuery(communityApi.listDuties, { params: { communityId } });
  const end = useCommand(communityApi.endDuty);
  const [ending, setEnding] = useState<Duty | null>(null);
  const send = async (dutyId: string, until: string, reason: string) => {
    const outcome = await end.run({ params: { communityId, dutyId }, body: { until, reason } });
    if (!outcome.ok) return;
    setEnding(null);
    toast(t('desk.ended'));
    void query.refresh();
  };
  const columns: Column<Duty>[] = [
    { id: 'name', title: t('desk.name'), cell: ({ name }) => name },
    { id: 'kind', title: t('desk.duty'), cell: ({ kind }) => t(`mine.role-${kind}`) },
    { id: 'area', title: t('desk.area'), cell: ({ areaName }) => areaName ?? t('desk.wholeCommunity') },
    { id: 'term', title: t('desk.term'), cell: ({ from, until }) => `${from} — ${until ?? t('desk.open')}` },
  ];
  const action: Column<Duty> = {
    id: 'end',
    title: t('desk.actions'),
    end: true,
    cell: (duty) => (
      <Button kind="outline" small label={t('desk.endTitle', { name: duty.name })} onPress={() => setEnding(duty)}>
        {t('desk.end')}
      </Button>
    ),
  };
  return (
    <>
      {administers ? <GrantDuty communityId={communityId} onGranted={() => void query.refresh()} /> : null}
      <Await query={query}>
        {({ duties }) =>
          duties.length === 0 ? (
            <EmptyState title={t('desk.noDuties')} hint={t('desk.noDutiesHint')} />
          ) : (
            <DataTable
              label={t('desk.duties')}
              rows={duties}
              keyOf={({ id }) => id}
              columns={administers ? [...columns, action] : columns}
            />
          )
        }
      </Await>
      {ending === null ? null : (
        <EndTerm
          name={`${ending.name} · ${t(`mine.role-${ending.kind}`)}`}
          busy={end.busy}
          retrying={end.retrying}
          error={end.error}
          onClose={() => setEnding(null)}
          onSend={(until, reason) => void send(ending.id, until, reason)}
        />
      )}
    </>
  );
};
