import { View } from '@tarojs/components';
import { DeleteAccountCard } from '@/account/components/delete-account-card';
import { ExportCard } from '@/account/components/export-card';
import { useT } from '@/i18n/use-t';
import { dayOf } from '@/i18n/when';
import { go } from '@/platform/navigate';
import { useMembership, useSession } from '@/platform/session';
import { Card } from '@/ui/card';
import { Icon } from '@/ui/icon';
import { List, Row } from '@/ui/list';
import { Page } from '@/ui/page';

/** What is stored, who sees it, and how to get it, correct it or be forgotten. */
export default function Privacy() {
  const t = useT();
  const member = useMembership();
  const signedIn = useSession((s) => s.tokens !== null);
  const consent = useSession((s) => s.me?.privacy);
  const { agreed = null, agreedAt = null } = consent ?? {};
  const agreedOn = agreed === null || agreedAt === null ? undefined : t('privacy.agreedOn', { n: agreed, day: dayOf(agreedAt) });
  const stored = [t('mine.stored1'), t('mine.stored2'), t('mine.stored3'), t('mine.stored4'), t('mine.stored5')];
  const seen = [t('mine.seen1'), t('mine.seen2'), t('mine.seen3')];
  const lines = (texts: readonly string[]) =>
    texts.map((text) => (
      <View key={text} className="dl-point">
        {text}
      </View>
    ));
  return (
    <Page title={t('mine.privacy')}>
      <List label={t('privacy.title')}>
        <Row
          lead={<Icon name="book" />}
          title={t('privacy.title')}
          detail={agreedOn}
          onPress={() => go('/account/pages/consent/index')}
        />
        {member === null ? null : (
          <Row
            lead={<Icon name="people" />}
            title={t('mine.phoneReads')}
            detail={t('mine.phoneReadsDetail')}
            onPress={() => go('/account/pages/phone-reads/index')}
          />
        )}
      </List>
      <Card title={t('mine.privacyStored')}>{lines(stored)}</Card>
      <Card title={t('mine.privacySeen')}>{lines(seen)}</Card>
      {member === null ? null : <ExportCard communityId={member.communityId} />}
      <Card title={t('mine.privacyErase')}>
        <View className="dl-lead">{t('mine.privacyEraseLead')}</View>
      </Card>
      {signedIn ? <DeleteAccountCard /> : null}
      <Card title={t('mine.privacyDevice')}>
        <View className="dl-lead">{t('mine.deviceReceiptsLead')}</View>
      </Card>
    </Page>
  );
}
