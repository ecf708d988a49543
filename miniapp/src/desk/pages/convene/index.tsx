import { useRouter } from '@tarojs/taro';
import { useMatter } from '@/deliberation/queries';
import { ConveneForm } from '@/desk/components/convene-form';
import { DeskPage } from '@/desk/components/desk-page';
import { useT } from '@/i18n/use-t';
import type { Membership } from '@/platform/session';
import { Await } from '@/ui/await';

interface ConveneProps {
  readonly member: Membership;
  readonly matterId: string;
  readonly sessionId: string | null;
}

const Convene = ({ member, matterId, sessionId }: ConveneProps) => {
  const state = useMatter(matterId);
  return (
    <Await query={state}>
      {({ matter }) => (
        <ConveneForm
          member={member}
          matter={matter}
          session={matter.sessions.find(({ id }) => id === sessionId) ?? null}
          apply={state.apply}
        />
      )}
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
