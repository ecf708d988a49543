import { View } from '@tarojs/components';
import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import { WhoCard } from '@/account/components/who-card';
import { listDesks } from '@/desk/desks';
import { useT } from '@/i18n/use-t';
import { signOut } from '@/platform/account';
import { go } from '@/platform/navigate';
import { useQuery } from '@/platform/query';
import { useMembership, useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { List, Row } from '@/ui/list';
import { confirm } from '@/ui/overlay-store';
import { Page } from '@/ui/page';

const MemberRows = () => {
  const t = useT();
  const member = useMembership();
  const knocks = useQuery(
    bulletinApi.listMyKnocks,
    member === null ? null : { params: { communityId: member.communityId }, query: { limit: 1 } },
  );
  if (member === null) return null;
  const desks = listDesks(member.roles);
  return (
    <>
      {desks.length === 0 ? null : (
        <List label={t('mine.desk')}>
          <Row
            lead={<Icon name="table" />}
            title={t('mine.desk')}
            detail={desks.map(({ role }) => t(`mine.role-${role}`)).join('、')}
            onPress={() => go('/desk/pages/home/index')}
          />
        </List>
      )}
      <List label={t('app.me')}>
        <Row
          lead={<Icon name="home" />}
          title={t('mine.place')}
          detail={t('mine.placeDetail')}
          onPress={() => go('/account/pages/place/index')}
        />
        <Row
          lead={<Icon name="check" />}
          title={t('mine.votes')}
          detail={t('mine.votesDetail')}
          onPress={() => go('/account/pages/votes/index')}
        />
        <Row
          lead={<Icon name="pen" />}
          title={t('intake.mine')}
          detail={t('intake.mineDetail')}
          onPress={() => go('/chat/pages/intakes/index')}
        />
        <Row
          lead={<Icon name="chat" />}
          title={t('groups.held')}
          detail={t('groups.heldDetail')}
          onPress={() => go('/chat/pages/held/index')}
        />
        {knocks.data === undefined || knocks.data.items.length === 0 ? null : (
          <Row
            lead={<Icon name="people" />}
            title={t('notice.knocks')}
            detail={t('notice.knocksAbout')}
            onPress={() => go('/bulletin/pages/knocks/index')}
          />
        )}
      </List>
    </>
  );
};

/** 我的: who I am here, what I did, and how the app looks. */
export default function Me() {
  const t = useT();
  const signedIn = useSession((s) => s.tokens !== null);
  const member = useMembership();
  const leave = async () => {
    if (await confirm({ title: t('account.logoutAsk'), confirmText: t('account.logout'), danger: true })) await signOut();
  };
  return (
    <Page title={t('app.me')} tab="me">
      <WhoCard />
      <MemberRows />
      <List label={t('mine.settings')}>
        {signedIn && member === null ? (
          <Row lead={<Icon name="key" />} title={t('mine.claims')} onPress={() => go('/account/pages/claim/index')} />
        ) : null}
        {member === null ? null : (
          <Row
            lead={<Icon name="bell" />}
            title={t('outreach.title')}
            detail={t('outreach.about')}
            onPress={() => go('/account/pages/outreach/index')}
          />
        )}
        <Row
          lead={<Icon name="gear" />}
          title={t('mine.settings')}
          detail={t('mine.settingsDetail')}
          onPress={() => go('/account/pages/settings/index')}
        />
        <Row
          lead={<Icon name="book" />}
          title={t('mine.privacy')}
          detail={t('mine.privacyDetail')}
          onPress={() => go('/account/pages/privacy/index')}
        />
      </List>
      {signedIn ? (
        <View>
          <Button kind="outline" onPress={() => void leave()}>
            {t('account.logout')}
          </Button>
        </View>
      ) : null}
    </Page>
  );
}
