import type { MatterPage, SessionView } from '@bandeng/shared/deliberation/schemas.ts';
import { stageIds } from '@bandeng/shared/deliberation/vocabulary.ts';
import { View } from '@tarojs/components';
import { sessionTitle, stageTitle } from '@/deliberation/words';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { Card } from '@/ui/card';
import { LinkText } from '@/ui/link-text';
import { Notice } from '@/ui/notice';

interface SessionNextProps {
  readonly session: SessionView;
  readonly matter: MatterPage | null;
}

/** What each outcome leads to, before the count; what has followed, after it. */
export const SessionNext = ({ session, matter }: SessionNextProps) => {
  const t = useT();
  const { status, stageId } = session;
  const after = stageIds[stageIds.indexOf(stageId) + 1] ?? 'publish-resolution';
  const next = stageTitle(t, after, matter?.matter.head.assembly ?? null);
  const joint = matter?.matter.sessions.find(({ id }) => id === session.jointWith) ?? null;
  const before = status === 'convened' || status === 'open';
  const said = {
    passed: t('chair.afterPassed', { next }),
    rejected: t('chair.afterRejected'),
    'no-quorum': t('chair.afterNoQuorum'),
  };
  return (
    <>
      {before ? (
        <Card title={t('chair.whatNext')}>
          <View className="desk-rule">{t('chair.ifPassed', { next })}</View>
          <View className="desk-rule">{t('chair.ifRejected')}</View>
          <View className="desk-rule">{t('chair.ifNoQuorum')}</View>
          <View className="desk-rule bd-muted">{t('chair.closesItself')}</View>
        </Card>
      ) : status === 'passed' || status === 'rejected' || status === 'no-quorum' ? (
        <Notice tone={status === 'passed' ? 'bamboo' : 'amber'}>{said[status]}</Notice>
      ) : null}
      {joint === null ? null : (
        <Notice>
          {t('deliberation.joint', { stage: sessionTitle(t, joint) })}{' '}
          <LinkText onPress={() => go('/desk/pages/session/index', { sessionId: joint.id })}>
            {t('chair.openJoint')}
          </LinkText>
        </Notice>
      )}
    </>
  );
};
