import { useRouter } from '@tarojs/taro';
import { useMatter } from '@/deliberation/queries';
import { ConveneForm } from '@/desk/components/convene-form';
import { DeskPage } from '@/desk/components/desk-page';
import { may } from '@/desk/find-allowed';
import { useT } from '@/i18n/use-t';
import { replaceWith } from '@/platform/navigate';
import type { Membership } from '@/platform/session';
import { Await } from '@/ui/await';
import { EmptyState } from '@/ui/empty-state';

interface ConveneProps {
  readonly member: Membership;
  readonly matterId: string;
  readonly sessionId: string | null;
}

const Convene = ({ member, matterId, sessionId }: ConveneProps) => {
  const t = useT();
  const state = useMatter(matterId);
  return (
    <Await query={state}>
      {({ matter, allowed }) =>
        may(allowed, sessionId === null ? 'convene' : 'reschedule-session', sessionId) ? (
          <ConveneForm
            communityId={member.communityId}
            matter={matter}
            session={matter.sessions.find(({ id }) => id === sessionId) ?? null}
            mayJoin={sessionId === null && may(allowed, 'convene-joint')}
            apply={state.apply}
          />
        ) : (
          <EmptyState
            title={t('chair.conveneClosed')}
            hint={t('chair.conveneClosedHint')}
            action={{ text: t('chair.matter'), onPress: () => replaceWith('/desk/pages/matter/index', { matterId }) }}
          />
        )
      }
    </Await>
  );
};

export default function ConvenePage() {
  const t = useT();
  const { matterId = '', sessionId } = useRouter().params;
  return (
    <DeskPage
      wide={false}
      title={t(sessionId === undefined ? 'deliberation.action-convene' : 'deliberation.action-reschedule-session')}
    >
      {(member) => <Convene member={member} matterId={matterId} sessionId={sessionId ?? null} />}
    </DeskPage>
  );
}
