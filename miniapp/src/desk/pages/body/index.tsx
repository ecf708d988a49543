import { communityApi } from '@bandeng/shared/community/api.ts';
import type { BodyMember } from '@bandeng/shared/community/schemas.ts';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { AppointMember } from '@/desk/components/appoint-member';
import { DeskPage } from '@/desk/components/desk-page';
import { EndTerm } from '@/desk/components/end-term';
import { MemberTable } from '@/desk/components/member-table';
import { SetHouseholds } from '@/desk/components/set-households';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { useQuery } from '@/platform/query';
import type { Membership } from '@/platform/session';
import { Await } from '@/ui/await';
import { EmptyState } from '@/ui/empty-state';
import { Notice } from '@/ui/notice';
import { toast } from '@/ui/overlay-store';
import { Section } from '@/ui/section';

const Body = ({ member, bodyId }: { readonly member: Membership; readonly bodyId: string }) => {
  const t = useT();
  const { communityId } = member;
  const query = useQuery(communityApi.getBody, { params: { communityId, bodyId } });
  const end = useCommand(communityApi.endMembership);
  const [ending, setEnding] = useState<BodyMember | null>(null);
  const [counting, setCounting] = useState<BodyMember | null>(null);
  const send = async (memberId: string, until: string, reason: string) => {
    const outcome = await end.run({ params: { communityId, memberId }, body: { until, reason } });
    if (!outcome.ok) return;
    setEnding(null);
    toast(t('desk.ended'));
    void query.refresh();
  };
  return (
    <Await query={query}>
      {({ body, members, past }) => {
        const derived = body.kind === 'two-committees';
        const edits = member.roles.includes('administrator') && !derived;
        const households = body.kind === 'representatives';
        return (
          <>
            <Section title={body.name} extra={t('desk.memberCount', { n: members.length })} />
            {derived ? <Notice>{t('desk.derived')}</Notice> : null}
            {edits ? (
              <AppointMember communityId={communityId} body={body} onAppointed={() => void query.refresh()} />
            ) : null}
            {members.length === 0 ? (
              <EmptyState title={t('desk.noMembers')} hint={t('desk.noMembersHint')} />
            ) : (
              <MemberTable
                label={body.name}
                members={members}
                households={households}
                {...(edits ? { onEnd: setEnding } : {})}
                {...(edits && households ? { onHouseholds: setCounting } : {})}
              />
            )}
            {past.length === 0 ? null : (
              <>
                <Section title={t('desk.past')} />
                <MemberTable label={t('desk.past')} members={past} households={households} />
              </>
            )}
            {counting === null ? null : (
              <SetHouseholds
                communityId={communityId}
                member={counting}
                onClose={() => setCounting(null)}
                onSaved={() => {
                  setCounting(null);
                  void query.refresh();
                }}
              />
            )}
            {ending === null ? null : (
              <EndTerm
                name={ending.name}
                busy={end.busy}
                retrying={end.retrying}
                error={end.error}
                onClose={() => setEnding(null)}
                onSend={(until, reason) => void send(ending.id, until, reason)}
              />
            )}
          </>
        );
      }}
    </Await>
  );
};

export default function BodyPage() {
  const t = useT();
  const bodyId = useRouter().params['bodyId'] ?? '';
  return (
    <DeskPage title={t('desk.body')} roles={['administrator', 'branch-committee', 'residents-committee']}>
      {(member) => <Body member={member} bodyId={bodyId} />}
    </DeskPage>
  );
}
