import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Group } from '@bandeng/shared/chat/schemas.ts';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { MemberOnly } from '@/account/components/member-only';
import { EndGroup } from '@/chat/groups/end-group';
import { MySettings } from '@/chat/groups/my-settings';
import { PolicyForm } from '@/chat/groups/policy-form';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { useQuery } from '@/platform/query';
import { useSession } from '@/platform/session';
import { Await } from '@/ui/await';
import { Card } from '@/ui/card';
import { Icon } from '@/ui/icon';
import { List, Row } from '@/ui/list';
import { Page } from '@/ui/page';
import { Tag } from '@/ui/tag';

const Head = ({ group }: { readonly group: Group }) => {
  const t = useT();
  const size = [t('groups.membersCount', { n: group.members }), group.dwellings === null ? '' : t('groups.householdsCount', { n: group.dwellings })];
  return (
    <Card title={group.name} extra={<Tag>{t(`groups.kind-${group.kind}`)}</Tag>}>
      <View className="bd-muted">{size.filter((part) => part !== '').join(' · ')}</View>
    </Card>
  );
};

const Ways = ({ group }: { readonly group: Group }) => {
  const t = useT();
  const id = group.id;
  return (
    <List label={t('groups.info')}>
      <Row lead={<Icon name="people" />} title={t('groups.allMembers')} onPress={() => go('/chat/pages/members/index', { id })} />
      <Row lead={<Icon name="book" />} title={t('groups.search')} onPress={() => go('/chat/pages/search/index', { group: id })} />
      {group.allowed.includes('invite') ? (
        <Row lead={<Icon name="scan" />} title={t('groups.invite')} onPress={() => go('/chat/pages/invite/index', { id })} />
      ) : null}
      <Row lead={<Icon name="check" />} title={t('groups.held')} onPress={() => go('/chat/pages/held/index', { group: id })} />
      {group.allowed.includes('delete') ? (
        <Row lead={<Icon name="gear" />} title={t('groups.moderation')} onPress={() => go('/desk/pages/moderation/index')} />
      ) : null}
    </List>
  );
};

/** 群设置: who is in it, what I set for myself, and the rules of the group. */
export default function GroupInfo() {
  const t = useT();
  const groupId = useRouter().params['id'] ?? '';
  const communityId = useSession((s) => s.communityId) ?? '';
  const query = useQuery(chatApi.openGroup, communityId === '' ? null : { params: { communityId, groupId }, query: {} });
  const put = (change: Partial<Group>) => query.replace((now) => (now === undefined ? now : { ...now, group: { ...now.group, ...change } }));
  return (
    <Page title={t('groups.info')}>
      <MemberOnly>
        {() => (
          <Await query={query}>
            {({ group }) => (
              <>
                <Head group={group} />
                <Ways group={group} />
                <MySettings communityId={communityId} group={group} onChange={put} />
                <PolicyForm key={group.version} communityId={communityId} group={group} onSaved={put} />
                <EndGroup communityId={communityId} group={group} />
              </>
            )}
          </Await>
        )}
      </MemberOnly>
    </Page>
  );
}
