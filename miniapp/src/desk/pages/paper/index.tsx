import { useRouter } from '@tarojs/taro';
import { useSessionPage } from '@/deliberation/use-session-page';
import { DeskPage } from '@/desk/components/desk-page';
import { PaperBallot } from '@/desk/components/paper-ballot';
import { may } from '@/desk/find-allowed';
import { useT } from '@/i18n/use-t';
import type { Membership } from '@/platform/session';
import { Await } from '@/ui/await';
import { EmptyState } from '@/ui/empty-state';

const Paper = ({ member, sessionId }: { readonly member: Membership; readonly sessionId: string }) => {
  const t = useT();
  const state = useSessionPage(sessionId);
  return (
    <Await query={state}>
      {({ page, session, allowed }) =>
        may(allowed, 'enter-paper-ballot', sessionId) ? (
          <PaperBallot
            member={member}
            page={page}
            session={session}
            onReply={(reply) => {
              state.matter.apply(reply);
              void state.refresh();
            }}
            onConflict={() => void state.refresh()}
          />
        ) : (
          <EmptyState title={t('chair.paperClosed')} hint={t('chair.paperClosedHint')} />
        )
      }
    </Await>
  );
};

export default function PaperPage() {
  const t = useT();
  const sessionId = useRouter().params['sessionId'] ?? '';
  return (
    <DeskPage title={t('deliberation.action-enter-paper-ballot')} wide={false}>
      {(member) => <Paper member={member} sessionId={sessionId} />}
    </DeskPage>
  );
}
