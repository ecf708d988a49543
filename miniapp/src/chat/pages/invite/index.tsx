import { useRouter } from '@tarojs/taro';
import { MemberOnly } from '@/account/components/member-only';
import { MakeInvitation } from '@/chat/groups/make-invitation';
import { TakeInvitation } from '@/chat/groups/take-invitation';
import { useT } from '@/i18n/use-t';
import { Page } from '@/ui/page';

/** 邀请入群: for a member with `id` of the group, to make one; with `code`, to take one. */
export default function Invite() {
  const t = useT();
  const { id, code, community } = useRouter().params;
  return (
    <Page title={t('groups.inviteTitle')}>
      <MemberOnly>
        {({ communityId }) =>
          code === undefined ? (
            <MakeInvitation communityId={communityId} groupId={id ?? ''} />
          ) : (
            <TakeInvitation communityId={community ?? communityId} code={code} />
          )
        }
      </MemberOnly>
    </Page>
  );
}
