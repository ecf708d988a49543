import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { AllowedAction, MatterReply, SessionView } from '@bandeng/shared/deliberation/schemas.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { may } from '@/desk/find-allowed';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { go } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import { MomentText } from '@/ui/moment';
import { confirm, toast } from '@/ui/overlay-store';
import { ReasonSheet } from './reason-sheet';

interface SessionActionsProps {
  readonly communityId: string;
  readonly matterId: string;
  readonly session: SessionView;
  readonly allowed: readonly AllowedAction[];
  /** The stage waits for another meeting. */
  readonly mayConvene: boolean;
  readonly apply: (reply: MatterReply) => void;
  readonly onDone: () => void;
}

const direct = ['open-session', 'close-session', 'lock-minutes'] as const;
const elsewhere = {
  'enter-paper-ballot': '/desk/pages/paper/index',
  'write-minutes': '/desk/pages/minutes/index',
} as const;

/** The steps of running a meeting, as far as they are allowed now. */
export const SessionActions = (props: SessionActionsProps) => {
  const { communityId, matterId, session, allowed, mayConvene, apply, onDone } = props;
  const t = useT();
  const sessionId = session.id;
  const params = { communityId, sessionId };
  const open = useCommand(deliberationApi.openSession);
  const close = useCommand(deliberationApi.closeSession);
  const lock = useCommand(deliberationApi.lockMinutes);
  const cancel = useCommand(deliberationApi.cancelSession);
  const commands = { 'open-session': open, 'close-session': close, 'lock-minutes': lock };
  const [cancelling, setCancelling] = useState(false);
  const here = (action: Parameters<typeof may>[1]) => may(allowed, action, sessionId);

  const act = async (action: (typeof direct)[number]) => {
    const sure = await confirm({
      title: t(`chair.ask-${action}`),
      text: t(`chair.about-${action}`),
      confirmText: t(`deliberation.action-${action}`),
    });
    if (!sure) return;
    const outcome = await commands[action].run({ params });
    if (!outcome.ok) return;
    apply(outcome.reply);
    onDone();
    toast(t(`chair.did-${action}`));
  };
  const drop = async (reason: string) => {
    const outcome = await cancel.run({ params, body: { reason } });
    if (!outcome.ok) return;
    apply(outcome.reply);
    onDone();
    setCancelling(false);
    toast(t('chair.cancelled'));
  };
  const again = session.status === 'no-quorum' && mayConvene;
  const early = session.status === 'convened' && !here('open-session') && here('reschedule-session');
  const any = allowed.some(
    ({ action }) => action in commands || action in elsewhere || action === 'reschedule-session',
  );
  if (!any && !again) return null;
  return (
    <Card title={t('chair.run')}>
      {early ? (
        <View className="desk-lead">
          {t('chair.opensAt')} <MomentText at={session.startsAt} />
        </View>
      ) : null}
      {session.status === 'open' && !here('close-session') ? (
        <View className="desk-lead">{t('chair.notYetClose')}</View>
      ) : null}
      <View className="desk-buttons desk-actions">
        {direct.map((action) =>
          here(action) ? (
            <Button
              key={action}
              busy={commands[action].busy}
              retrying={commands[action].retrying}
              onPress={() => void act(action)}
            >
              {t(`deliberation.action-${action}`)}
            </Button>
          ) : null,
        )}
        {again ? (
          <Button onPress={() => go('/desk/pages/convene/index', { matterId })}>{t('chair.reconvene')}</Button>
        ) : null}
        {(Object.keys(elsewhere) as (keyof typeof elsewhere)[]).map((action) =>
          here(action) ? (
            <Button key={action} kind="outline" onPress={() => go(elsewhere[action], { sessionId })}>
              {t(`deliberation.action-${action}`)}
            </Button>
          ) : null,
        )}
        {here('reschedule-session') ? (
          <Button kind="outline" onPress={() => go('/desk/pages/convene/index', { matterId, sessionId })}>
            {t('deliberation.action-reschedule-session')}
          </Button>
        ) : null}
        {here('cancel-session') ? (
          <Button kind="danger" onPress={() => setCancelling(true)}>
            {t('deliberation.action-cancel-session')}
          </Button>
        ) : null}
      </View>
      <ErrorNote error={open.error ?? close.error ?? lock.error} />
      {cancelling ? (
        <ReasonSheet
          open
          danger
          title={t('deliberation.action-cancel-session')}
          lead={t('chair.cancelLead')}
          reasonLabel={t('chair.publicReason')}
          confirmText={t('deliberation.action-cancel-session')}
          maxLength={300}
          busy={cancel.busy}
          retrying={cancel.retrying}
          error={cancel.error}
          onClose={() => setCancelling(false)}
          onSend={(reason) => void drop(reason)}
        />
      ) : null}
    </Card>
  );
};
