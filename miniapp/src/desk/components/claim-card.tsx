import type { Claim } from '@bandeng/shared/community/schemas.ts';
import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { FootButtons } from '@/ui/foot-buttons';
import { Moment } from '@/ui/moment';
import { Tag } from '@/ui/tag';

interface ClaimCardProps {
  readonly claim: Claim;
  readonly busy: boolean;
  readonly onAccept: () => void;
  readonly onRefuse: () => void;
}

/** Who says to belong where, and what has been decided. */
export const ClaimCard = ({ claim, busy, onAccept, onRefuse }: ClaimCardProps) => {
  const t = useT();
  return (
    <Card title={claim.dwellingLabel} extra={<Moment at={claim.at} as="ago" />}>
      <View>
        <Tag>{t(`mine.tenure-${claim.kind}`)}</Tag>
        {claim.name}
        {claim.phone === null ? '' : ` · ${claim.phone}`}
      </View>
      {claim.note === '' ? null : <View className="desk-text">{claim.note}</View>}
      {claim.status === 'waiting' ? (
        <>
          <View className="bd-gap" />
          <FootButtons>
            <Button kind="outline" disabled={busy} label={`${t('desk.claimRefuse')} ${claim.name}`} onPress={onRefuse}>
              {t('desk.claimRefuse')}
            </Button>
            <Button disabled={busy} label={`${t('desk.claimAccept')} ${claim.name}`} onPress={onAccept}>
              {t('desk.claimAccept')}
            </Button>
          </FootButtons>
        </>
      ) : (
        <View className="bd-muted">
          {t('desk.claimDecided', { name: claim.decidedBy ?? '—' })}
          {claim.reason === '' ? '' : ` · ${claim.reason}`}
        </View>
      )}
    </Card>
  );
};
