import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Group, Member } from '@bandeng/shared/chat/schemas.ts';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { MemberOnly } from '@/account/components/member-only';
import { MemberSheet } from '@/chat/groups/member-sheet';
import { useT } from '@/i18n/use-t';
import { formatExact } from '@/i18n/when';
import { usePages } from '@/platform/pages-query';
import { useQuery } from '@/platform/query';
import { useSession } from '@/platform/session';
import { useSettings } from '@/platform/settings';
import { useSettled } from '@/platform/use-settled';
import { Avatar } from '@/ui/avatar';
import { Await } from '@/ui/await';
import { EmptyState } from '@/ui/empty-state';
import { InfiniteList } from '@/ui/infinite-list';
import { List, Row } from '@/ui/list';
import { Page } from '@/ui/page';
import { Tag } from '@/ui/tag';
import { TextField } from '@/ui/text-field';

const concerning = ['mute', 'remove', 'set-roles'] as const;

const Members = ({ communityId, group }: { readonly communityId: string; readonly group: Group }) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Member | null>(null);
  const search = useSettled(text.trim());
  const params = { communityId, groupId: group.id };
  const pages = usePages(chatApi.listMembers, { params, query: search === '' ? {} : { search } });
  const leads = concerning.some((action) => group.allowed.includes(action));
  const row = (member: Member) => (
    <Row
      key={member.id}
      lead={<Avatar name={member.label} />}
      title={member.label}
      detail={
        <>
          {member.badge === null ? null : <Tag tone="brick">{t(`mine.role-${member.badge}`)}</Tag>}
          {member.role === 'member' ? null : <Tag>{t(`groups.role-${member.role}`)}</Tag>}
          {member.mutedUntil === null ? null : (
            <Tag tone="amber">{t('groups.mutedUntil', { time: formatExact(member.mutedUntil, language) })}</Tag>
          )}
        </>
      }
      onPress={leads ? () => setChosen(member) : undefined}
    />
  );
  return (
    <>
      <TextField kind="search" label={t('groups.memberSearch')} value={text} onChange={setText} maxLength={40} />
      <InfiniteList
        pages={pages}
        keyOf={({ id }) => id}
        empty={<EmptyState title={t('groups.memberNone')} hint={t('groups.memberNoneHint')} />}
        frame={(items) => <List label={t('groups.members')}>{items.map(row)}</List>}
      >
        {row}
      </InfiniteList>
      {chosen === null ? null : (
        <MemberSheet
          {...{ communityId, group, member: chosen }}
          onClose={() => setChosen(null)}
          onDone={() => {
            setChosen(null);
            void pages.refresh();
          }}
        />
      )}
    </>
  );
};

/** 群成员: leaders first; who leads the group opens what may be done about a member. */
export default function GroupMembers() {
  const t = useT();
  const groupId = useRouter().params['id'] ?? '';
  const communityId = useSession((s) => s.communityId) ?? '';
  const query = useQuery(chatApi.openGroup, communityId === '' ? null : { params: { communityId, groupId }, query: {} });
  return (
    <Page title={t('groups.members')}>
      <MemberOnly>{() => <Await query={query}>{({ group }) => <Members communityId={communityId} group={group} />}</Await>}</MemberOnly>
    </Page>
  );
}
