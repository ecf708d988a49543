import type { MatterHead, SessionView } from '@bandeng/shared/deliberation/schemas.ts';
import { SessionLine } from '@/deliberation/components/stage-summary';
import { sessionTitle } from '@/deliberation/words';
import { sessionTones } from '@/deliberation/session-tones';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { List, Row } from '@/ui/list';
import { Section } from '@/ui/section';
import { Tag } from '@/ui/tag';

interface MatterSessionsProps {
  readonly sessions: readonly SessionView[];
  readonly head: MatterHead;
}

/** Every meeting of the matter, the latest first. */
export const MatterSessions = ({ sessions, head }: MatterSessionsProps) => {
  const t = useT();
  if (sessions.length === 0) return null;
  const latestFirst = [...sessions].sort((a, b) => b.startsAt - a.startsAt);
  return (
    <>
      <Section title={t('chair.meetings')} />
      <List label={t('chair.meetings')}>
        {latestFirst.map((session) => (
          <Row
            key={session.id}
            title={
              sessionTitle(t, session) +
              (session.round > 1 ? ` · ${t('deliberation.round', { n: session.round })}` : '') +
              (session.version < head.version ? ` · ${t('deliberation.version', { n: session.version })}` : '')
            }
            detail={<SessionLine session={session} />}
            value={<Tag tone={sessionTones[session.status]}>{t(`deliberation.session-${session.status}`)}</Tag>}
            onPress={() => go('/desk/pages/session/index', { sessionId: session.id })}
          />
        ))}
      </List>
    </>
  );
};
