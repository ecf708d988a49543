import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { chooseCommunity, useMembership, useSession } from '@/platform/session';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Row } from '@/ui/list';
import { Select } from '@/ui/select';
import { ScanToSignIn } from './scan-to-sign-in';

/** Only WeChat can vouch for a phone number. */
const canBindPhone = process.env.TARO_ENV === 'weapp';

/** Who is signed in, and in which community; or the way to sign in. */
export const WhoCard = () => {
  const t = useT();
  const { tokens, me } = useSession();
  const membership = useMembership();
  if (tokens === null) {
    return (
      <Card title={t('app.signInFirst')}>
        <View className="bd-muted">{t('app.signInHint')}</View>
        <View className="bd-gap" />
        <Button onPress={() => go('/account/pages/login/index')}>{t('account.login')}</Button>
      </Card>
    );
  }
  const name = membership?.name ?? me?.name ?? '';
  return (
    <Card>
      <Row
        lead={<Avatar name={name} />}
        title={<View className="bd-card-title">{name}</View>}
        detail={[membership?.communityName ?? t('account.notMember'), me?.phone].filter(Boolean).join(' · ')}
      />
      {canBindPhone && me !== null && me.phone === null ? (
        <Button kind="outline" onPress={() => go('/account/pages/login/index')}>
          {t('account.bindPhone')}
        </Button>
      ) : null}
      {me !== null && me.communities.length > 1 ? (
        <Select
          label={t('account.chooseCommunity')}
          value={membership?.communityId ?? null}
          choices={me.communities.map((c) => ({ value: c.communityId, text: c.communityName }))}
          onChange={chooseCommunity}
        />
      ) : null}
      <ScanToSignIn />
    </Card>
  );
};
