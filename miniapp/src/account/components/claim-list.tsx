import { View } from '@tarojs/components';
import { communityApi } from '@bandeng/shared/community/api.ts';
import type { Claim } from '@bandeng/shared/community/schemas.ts';
import { useT } from '@/i18n/use-t';
import { loadMe } from '@/platform/account';
import { useCommand } from '@/platform/command';
import { go } from '@/platform/navigate';
import { useQuery } from '@/platform/query';
import { chooseCommunity, useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import { Moment } from '@/ui/moment';
import { confirm, toast } from '@/ui/overlay-store';
import { Section } from '@/ui/section';
import { Tag, type Tone } from '@/ui/tag';

const tones: Readonly<Record<Claim['status'], Tone>> = {
  waiting: 'amber',
  accepted: 'bamboo',
  refused: 'brick',
  withdrawn: 'slate',
};

/** What I asked for in a community and what became of it; nothing while I asked for nothing. */
export const ClaimList = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const query = useQuery(communityApi.listMyClaims, { params: { communityId } });
  const withdraw = useCommand(communityApi.withdrawClaim);
  const takeBack = async (claimId: string) => {
    if (!(await confirm({ title: t('mine.claimWithdrawAsk') }))) return;
    const outcome = await withdraw.run({ params: { communityId, claimId } });
    if (!outcome.ok) return;
    toast(t('mine.claimWithdrawn'));
    void query.refresh();
  };
  const member = useSession((s) => s.me?.communities.some((one) => one.communityId === communityId) === true);
  const enter = async () => {
    await loadMe();
    chooseCommunity(communityId);
    go('/pages/home/index');
  };
  const claims = query.data?.claims ?? [];
  if (claims.length === 0) return null;
  return (
    <>
      <Section title={t('mine.myClaims')} />
      <ErrorNote error={withdraw.error} />
      {claims.map((claim) => (
        <Card key={claim.id} title={claim.dwellingLabel}>
          <View>
            <Tag tone={tones[claim.status]}>{t(`mine.claim-${claim.status}`)}</Tag>
            <Tag>{t(`mine.tenure-${claim.kind}`)}</Tag>
          </View>
          <View className="bd-muted">
            {claim.name} · <Moment at={claim.at} as="ago" />
          </View>
          {claim.reason === '' ? null : <View>{t('mine.claimReason', { reason: claim.reason })}</View>}
          {claim.status === 'accepted' && !member ? (
            <Button onPress={() => void enter()}>{t('mine.claimEnter')}</Button>
          ) : null}
          {claim.status === 'waiting' ? (
            <View className="dl-actions">
              <Button kind="outline" small busy={withdraw.busy} onPress={() => void takeBack(claim.id)}>
                {t('mine.claimWithdraw')}
              </Button>
            </View>
          ) : null}
        </Card>
      ))}
    </>
  );
};
