import { communityApi } from '@bandeng/shared/community/api.ts';
import type { Claim } from '@bandeng/shared/community/schemas.ts';
import { useState } from 'react';
import { ClaimCard } from '@/desk/components/claim-card';
import { DeskPage } from '@/desk/components/desk-page';
import { ReasonSheet } from '@/desk/components/reason-sheet';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { usePages } from '@/platform/pages-query';
import { EmptyState } from '@/ui/empty-state';
import { ErrorNote } from '@/ui/error-state';
import { InfiniteList } from '@/ui/infinite-list';
import { confirm, toast } from '@/ui/overlay-store';
import { Tabs } from '@/ui/tabs';

const shown = ['waiting', 'accepted', 'refused'] as const;

const Claims = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const [status, setStatus] = useState<(typeof shown)[number]>('waiting');
  const [refusing, setRefusing] = useState<Claim | null>(null);
  const pages = usePages(communityApi.listClaims, { params: { communityId }, query: { status } });
  const decide = useCommand(communityApi.decideClaim);
  const send = async (claim: Claim, accept: boolean, reason: string) => {
    const outcome = await decide.run({ params: { communityId, claimId: claim.id }, body: { accept, reason } });
    if (!outcome.ok) return;
    setRefusing(null);
    toast(t(accept ? 'desk.claimAccepted' : 'desk.claimRefused'));
    void pages.refresh();
  };
  const accept = async (claim: Claim) => {
    const text = t('desk.claimAcceptText', { kind: t(`mine.tenure-${claim.kind}`), dwelling: claim.dwellingLabel });
    if (
      await confirm({ title: t('desk.claimAcceptAsk', { name: claim.name }), text, confirmText: t('desk.claimAccept') })
    )
      await send(claim, true, '');
  };
  return (
    <>
      <Tabs
        label={t('desk.claims')}
        tabs={shown.map((one) => ({ value: one, text: t(`desk.claims-${one}`) }))}
        value={status}
        onChange={setStatus}
      />
      {refusing === null ? <ErrorNote error={decide.error} /> : null}
      <InfiniteList
        pages={pages}
        keyOf={({ id }) => id}
        empty={<EmptyState title={t(`desk.claimsNone-${status}`)} hint={t('desk.claimsHint')} />}
      >
        {(claim) => (
          <ClaimCard
            claim={claim}
            busy={decide.busy}
            onAccept={() => void accept(claim)}
            onRefuse={() => setRefusing(claim)}
          />
        )}
      </InfiniteList>
      {refusing === null ? null : (
        <ReasonSheet
          open
          danger
          title={t('desk.claimRefuseTitle', { name: refusing.name })}
          lead={t('desk.claimRefuseLead')}
          reasonLabel={t('desk.reason')}
          confirmText={t('desk.claimRefuse')}
          maxLength={200}
          busy={decide.busy}
          retrying={decide.retrying}
          error={decide.error}
          onClose={() => setRefusing(null)}
          onSend={(reason) => void send(refusing, false, reason)}
        />
      )}
    </>
  );
};

export default function ClaimsPage() {
  const t = useT();
  return (
    <DeskPage title={t('desk.claims')} wide={false} roles={['administrator', 'building-leader', 'grid-worker']}>
      {({ communityId }) => <Claims communityId={communityId} />}
    </DeskPage>
  );
}
