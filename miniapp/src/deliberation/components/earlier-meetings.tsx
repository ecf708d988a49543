import type { MatterView } from '@bandeng/shared/deliberation/schemas.ts';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { List, Row } from '@/ui/list';
import { Section } from '@/ui/section';
import { listSteps } from '../stage-steps';
import { sessionTitle } from '../words';

/** Meetings that no longer count, or were held again: their records stay readable. */
export const EarlierMeetings = ({ matter }: { readonly matter: MatterView }) => {
  const t = useT();
  const shown = new Set(listSteps(matter).map(({ session }) => session?.id));
  const others = matter.sessions.filter(({ id }) => !shown.has(id));
  if (others.length === 0) return null;
  return (
    <>
      <Section title={t('deliberation.earlierMeetings')} />
      <List label={t('deliberation.earlierMeetings')}>
        {[...others].reverse().map((session) => (
          <Row
            key={session.id}
            title={t('deliberation.sessionOf', {
              stage: sessionTitle(t, session),
              version: session.version,
              round: session.round,
            })}
            detail={t(`deliberation.session-${session.status}`)}
            onPress={() => go('/deliberation/pages/session/index', { id: session.id })}
          />
        ))}
      </List>
    </>
  );
};
