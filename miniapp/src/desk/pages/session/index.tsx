import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback } from 'react';
import { MinutesCard } from '@/deliberation/components/minutes-card';
import { SessionFacts, SessionOutcome } from '@/deliberation/components/session-facts';
import { ConflictsCard, SessionRoll } from '@/deliberation/components/session-roll';
import { useSessionPage } from '@/deliberation/use-session-page';
import { Attendance } from '@/desk/components/attendance';
import { DeskPage } from '@/desk/components/desk-page';
import { SessionActions } from '@/desk/components/session-actions';
import { SessionNext } from '@/desk/components/session-next';
import { may } from '@/desk/find-allowed';
import { useRefreshAt } from '@/desk/use-refresh-at';
import { useT } from '@/i18n/use-t';
import type { Membership } from '@/platform/session';
import { Await } from '@/ui/await';
import { Section } from '@/ui/section';

const Session = ({ member, sessionId }: { readonly member: Membership; readonly sessionId: string }) => {
  const state = useSessionPage(sessionId);
  const { communityId, matter, data } = state;
  const { refresh: refreshMatter } = matter;
  const { refresh } = state;
  const both = useCallback(() => {
    void refreshMatter();
    void refresh();
  }, [refreshMatter, refresh]);
  useRefreshAt([data?.session.startsAt, data?.session.closesAt], both);
  return (
    <Await query={state}>
      {({ page, session, mine, allowed }) => {
        const attends = may(allowed, 'sign-in-others', sessionId) || may(allowed, 'excuse-others', sessionId);
        return (
          <>
            <Section title={page.matterTitle} />
            <View className="desk-cards">
              <View>
                <SessionActions
                  communityId={communityId}
                  matterId={page.matterId}
                  session={session}
                  allowed={allowed}
                  mayConvene={may(matter.data?.allowed ?? [], 'convene')}
                  apply={matter.apply}
                  onDone={both}
                />
                <SessionOutcome session={session} />
                {attends ? (
                  <Attendance
                    communityId={communityId}
                    page={page}
                    allowed={allowed}
                    onReply={(reply) => {
                      matter.apply(reply);
                      void refresh();
                    }}
                  />
                ) : (
                  <SessionRoll page={page} residentId={member.residentId} />
                )}
                <ConflictsCard conflicts={page.conflicts} />
              </View>
              <View>
                <SessionFacts session={session} communityId={communityId} />
                <SessionNext session={session} matter={matter.data ?? null} />
                <MinutesCard
                  communityId={communityId}
                  session={session}
                  maySign={mine !== null && may(allowed, 'sign-minutes', sessionId)}
                  apply={matter.apply}
                />
              </View>
            </View>
          </>
        );
      }}
    </Await>
  );
};

export default function SessionPage() {
  const t = useT();
  const sessionId = useRouter().params['sessionId'] ?? '';
  return (
    <DeskPage title={t('chair.session')}>{(member) => <Session member={member} sessionId={sessionId} />}</DeskPage>
  );
}
