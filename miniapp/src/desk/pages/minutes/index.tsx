import { useRouter } from '@tarojs/taro';
import { useSessionPage } from '@/deliberation/use-session-page';
import { DeskPage } from '@/desk/components/desk-page';
import { MinutesEditor } from '@/desk/components/minutes-editor';
import { may } from '@/desk/find-allowed';
import { useT } from '@/i18n/use-t';
import { Await } from '@/ui/await';
import { EmptyState } from '@/ui/empty-state';

const Minutes = ({ sessionId }: { readonly sessionId: string }) => {
  const t = useT();
  const state = useSessionPage(sessionId);
  return (
    <Await query={state}>
      {({ page, session, allowed }) =>
        may(allowed, 'write-minutes', sessionId) ? (
          <MinutesEditor
            communityId={state.communityId}
            page={page}
            session={session}
            apply={state.matter.apply}
            refresh={async () => {
              await Promise.all([state.matter.refresh(), state.refresh()]);
            }}
          />
        ) : (
          <EmptyState title={t('chair.minutesClosed')} hint={t('chair.minutesClosedHint')} />
        )
      }
    </Await>
  );
};

export default function MinutesPage() {
  const t = useT();
  const sessionId = useRouter().params['sessionId'] ?? '';
  return (
    <DeskPage title={t('deliberation.action-write-minutes')} wide={false}>
      {() => <Minutes sessionId={sessionId} />}
    </DeskPage>
  );
}
