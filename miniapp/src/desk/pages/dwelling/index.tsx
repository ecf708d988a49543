import { communityApi } from '@bandeng/shared/community/api.ts';
import type { Tenure } from '@bandeng/shared/community/schemas.ts';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { AddTenure } from '@/desk/components/add-tenure';
import { DeskPage } from '@/desk/components/desk-page';
import { ReasonSheet } from '@/desk/components/reason-sheet';
import { TenureTable } from '@/desk/components/tenure-table';
import { Tiles } from '@/desk/components/tiles';
import { sayOccupancy } from '@/desk/say-register';
import { formatArea } from '@/i18n/amount';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { useQuery } from '@/platform/query';
import { useSettings } from '@/platform/settings';
import { Await } from '@/ui/await';
import { toast } from '@/ui/overlay-store';
import { Section } from '@/ui/section';

const Dwelling = ({ communityId, dwellingId }: { readonly communityId: string; readonly dwellingId: string }) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  const query = useQuery(communityApi.getDwelling, { params: { communityId, dwellingId } });
  const end = useCommand(communityApi.endTenure);
  const [leaving, setLeaving] = useState<Tenure | null>(null);
  const send = async (tenureId: string, reason: string) => {
    const outcome = await end.run({ params: { communityId, tenureId }, body: { reason } });
    if (!outcome.ok) return;
    setLeaving(null);
    toast(t('register.ended'));
    void query.refresh();
  };
  return (
    <Await query={query}>
      {({ dwelling, tenures }) => (
        <>
          <Section title={dwelling.label} />
          <Tiles
            tiles={[
              { name: t('register.area'), value: formatArea(dwelling.areaCentiM2, language), long: true },
              { name: t('register.occupancy'), value: sayOccupancy(t, dwelling.occupancy) },
              {
                name: t('register.owner'),
                value: dwelling.developer ? t('register.developer') : dwelling.ownerName || '—',
              },
            ]}
          />
          <Section title={t('register.inForce')} />
          <TenureTable tenures={tenures.filter(({ until }) => until === null)} onEnd={setLeaving} />
          <AddTenure communityId={communityId} dwellingId={dwellingId} onAdded={() => void query.refresh()} />
          {tenures.some(({ until }) => until !== null) ? (
            <>
              <Section title={t('register.past')} />
              <TenureTable tenures={tenures.filter(({ until }) => until !== null)} />
            </>
          ) : null}
          {leaving === null ? null : (
            <ReasonSheet
              open
              danger
              title={t('register.endTitle', { name: leaving.name })}
              lead={t('register.endLead')}
              reasonLabel={t('register.endReason')}
              confirmText={t('register.end')}
              maxLength={200}
              busy={end.busy}
              retrying={end.retrying}
              error={end.error}
              onClose={() => setLeaving(null)}
              onSend={(reason) => void send(leaving.id, reason)}
            />
          )}
        </>
      )}
    </Await>
  );
};

export default function DwellingPage() {
  const t = useT();
  const dwellingId = useRouter().params['dwellingId'] ?? '';
  return (
    <DeskPage title={t('register.dwelling')} roles={['administrator', 'building-leader', 'grid-worker']}>
      {({ communityId }) => <Dwelling communityId={communityId} dwellingId={dwellingId} />}
    </DeskPage>
  );
}
