import { communityApi } from '@bandeng/shared/community/api.ts';
import { useState } from 'react';
import { ClaimForm } from '@/account/components/claim-form';
import { ClaimList } from '@/account/components/claim-list';
import { FindCommunity, FindDwelling, type Named } from '@/account/components/claim-search';
import { useT } from '@/i18n/use-t';
import { addressOf } from '@/platform/address';
import { go } from '@/platform/navigate';
import { refreshAll } from '@/platform/query';
import { useSession } from '@/platform/session';
import { readStored, store } from '@/platform/storage';
import { EmptyState } from '@/ui/empty-state';
import { MoreLink } from '@/deliberation/components/more-link';
import { Page } from '@/ui/page';
import { Steps } from '@/ui/steps';

/** Remembered for somebody who belongs nowhere yet: it is where the claim waits. */
const kept = 'claim-community';

const Claiming = () => {
  const t = useT();
  const here = useSession((s) => s.communityId);
  const [communityId, setCommunityId] = useState<string | null>(() => here ?? readStored<string>(kept));
  const [dwelling, setDwelling] = useState<Named | null>(null);
  const choose = (id: string | null) => {
    store(kept, id);
    setCommunityId(id);
  };
  const steps = [t('mine.claimStepCommunity'), t('mine.claimStepDwelling'), t('mine.claimStepWho')];
  const step = communityId === null ? 0 : dwelling === null ? 1 : 2;
  return (
    <>
      <Steps steps={steps} current={step} />
      {communityId === null ? <FindCommunity onPick={choose} /> : null}
      {communityId !== null && dwelling === null ? (
        <>
          <FindDwelling communityId={communityId} onPick={setDwelling} />
          {here === null ? <MoreLink onPress={() => choose(null)}>{t('mine.claimOtherCommunity')}</MoreLink> : null}
        </>
      ) : null}
      {communityId !== null && dwelling !== null ? (
        <ClaimForm
          {...{ communityId, dwelling }}
          onBack={() => setDwelling(null)}
          onSent={() => {
            setDwelling(null);
            void refreshAll(addressOf(communityApi.listMyClaims, { params: { communityId } }));
          }}
        />
      ) : null}
      {communityId === null ? null : <ClaimList communityId={communityId} />}
    </>
  );
};

/** 认领房屋: community, dwelling, who one is; then the building leader or the administrator decides. */
export default function ClaimPage() {
  const t = useT();
  const signedIn = useSession((s) => s.tokens !== null);
  const login = { text: t('account.login'), onPress: () => go('/account/pages/login/index') };
  return (
    <Page title={t('mine.claimTitle')}>
      {signedIn ? (
        <Claiming />
      ) : (
        <EmptyState title={t('app.signInFirst')} hint={t('app.signInHint')} action={login} />
      )}
    </Page>
  );
}
