import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { MatterPage, SessionView } from '@bandeng/shared/deliberation/schemas.ts';
import { MemberOnly } from '@/account/components/member-only';
import { LongText } from '@/deliberation/components/long-text';
import { TurnoutBar } from '@/deliberation/components/session-bars';
import { Until } from '@/deliberation/components/until';
import { VoteForm, type CastReply } from '@/deliberation/components/vote-form';
import { useMatter } from '@/deliberation/queries';
import { findDeviceReceipt, keepDeviceReceipt } from '@/deliberation/receipts-on-device';
import { voteStateOf } from '@/deliberation/vote-state';
import { sessionTitle } from '@/deliberation/words';
import { useT } from '@/i18n/use-t';
import { go, replaceWith } from '@/platform/navigate';
import { Await } from '@/ui/await';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { FileList } from '@/ui/file-list';
import { toast } from '@/ui/overlay-store';
import { Page } from '@/ui/page';

const reasons = {
  voted: 'deliberation.voteAlready',
  excused: 'deliberation.voteExcused',
  'not-open': 'deliberation.voteNotOpen',
  'come-first': 'deliberation.voteComeFirst',
  over: 'deliberation.voteOver',
  'not-on-roll': 'deliberation.voteNotYours',
} as const;

interface QuestionProps {
  readonly page: MatterPage;
  readonly session: SessionView;
  readonly communityId: string;
}

const Question = ({ page, session, communityId }: QuestionProps) => {
  const t = useT();
  const { head } = page.matter;
  const households = page.mine.find(({ sessionId }) => sessionId === session.id)?.households ?? 0;
  const files = session.attachments.length > 0 ? session.attachments : head.attachments;
  return (
    <>
      <Card>
        <View className="dl-title">{head.title}</View>
        <View className="bd-muted">
          {[
            sessionTitle(t, session),
            t(session.secret ? 'deliberation.secretBallot' : 'deliberation.openBallot'),
            households > 0 ? t('deliberation.youSpeakFor', { n: households }) : '',
          ]
            .filter((text) => text !== '')
            .join(' · ')}
          {' · '}
          <Until at={session.closesAt} />
        </View>
      </Card>
      <Card title={t('deliberation.question')}>
        <LongText text={session.question} />
        {files.length === 0 ? null : <FileList communityId={communityId} files={files} />}
      </Card>
    </>
  );
};

/** One ballot: what is asked, the three answers, and why there is none to give. */
export default function Vote() {
  const t = useT();
  const { matter: matterId = '', session: sessionId = '' } = useRouter().params;
  const state = useMatter(matterId);
  const { communityId, apply } = state;
  const toReceipt = { matter: matterId, session: sessionId };
  const finish = (session: SessionView, title: string, reply: CastReply) => {
    if (session.secret) {
      const { stageId } = session;
      keepDeviceReceipt({ sessionId, matterId, matterTitle: title, stageId, receipt: reply.receipt });
    }
    apply(reply);
    toast(t(reply.changed ? 'deliberation.changed' : 'deliberation.voteSent'));
    replaceWith('/deliberation/pages/receipt/index', toReceipt);
  };
  const content = (page: MatterPage) => {
    const session = page.matter.sessions.find(({ id }) => id === sessionId);
    if (session === undefined) return <EmptyState title={t('deliberation.voteOver')} />;
    const mine = page.mine.find((part) => part.sessionId === sessionId);
    const vote = voteStateOf(session, mine, page.allowed);
    const form = (vote === 'may-vote' || vote === 'may-change') && mine !== undefined;
    return (
      <>
        <Question page={page} session={session} communityId={communityId} />
        {form ? (
          <VoteForm
            key={vote}
            {...{ communityId, session, mine }}
            receipt={mine.receipt ?? findDeviceReceipt(sessionId)}
            onCast={(reply) => finish(session, page.matter.head.title, reply)}
          />
        ) : (
          <Card>
            <View className="dl-lead">{vote === 'may-vote' || vote === 'may-change' ? '' : t(reasons[vote])}</View>
            {vote === 'voted' ? (
              <Button onPress={() => go('/deliberation/pages/receipt/index', toReceipt)}>{t('deliberation.receipt')}</Button>
            ) : null}
          </Card>
        )}
        {session.status === 'open' ? (
          <Card title={t('deliberation.attendanceBar')}>
            <TurnoutBar session={session} law />
          </Card>
        ) : null}
      </>
    );
  };
  return (
    <Page title={t('deliberation.vote')}>
      <MemberOnly>{() => <Await query={state}>{content}</Await>}</MemberOnly>
    </Page>
  );
}
