import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { AllowedAction, MatterReply, MatterView } from '@bandeng/shared/deliberation/schemas.ts';
import { useState } from 'react';
import { sessionTitle } from '@/deliberation/words';
import { listDeskActions, type OfferedDeskAction } from '@/desk/matter-actions';
import { openDeskAction } from '@/desk/open-action';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { EmptyState } from '@/ui/empty-state';
import { List, Row } from '@/ui/list';
import { toast } from '@/ui/overlay-store';
import { Section } from '@/ui/section';
import { ReasonSheet } from './reason-sheet';

interface MatterActionsProps {
  readonly communityId: string;
  readonly matter: MatterView;
  readonly allowed: readonly AllowedAction[];
  readonly apply: (reply: MatterReply) => void;
}

/** What this member may do now, each with what it means. Giving a matter up is done here, the rest elsewhere. */
export const MatterActions = ({ communityId, matter, allowed, apply }: MatterActionsProps) => {
  const t = useT();
  const [giving, setGiving] = useState<'withdraw' | 'end' | null>(null);
  const withdraw = useCommand(deliberationApi.withdrawMatter);
  const end = useCommand(deliberationApi.endMatter);
  const { id } = matter.head;
  const offered = listDeskActions(allowed);
  const press = ({ action, subjectId }: OfferedDeskAction) => {
    if (action === 'withdraw' || action === 'end') setGiving(action);
    else openDeskAction(action, id, subjectId);
  };
  const about = (subjectId: string | null) => {
    const session = matter.sessions.find((one) => one.id === subjectId);
    return session === undefined ? '' : ` · ${sessionTitle(t, session)}`;
  };
  const send = async (reason: string) => {
    if (giving === null) return;
    const input = { params: { communityId, matterId: id }, body: { reason } };
    const outcome = await (giving === 'withdraw' ? withdraw : end).run(input);
    if (!outcome.ok) return;
    apply(outcome.reply);
    setGiving(null);
    toast(t(giving === 'withdraw' ? 'chair.withdrawn' : 'chair.endedMatter'));
  };
  const command = giving === 'end' ? end : withdraw;
  return (
    <>
      <Section title={t('chair.now')} />
      {offered.length === 0 ? (
        <EmptyState title={t('chair.nothingNow')} hint={t('chair.nothingNowHint')} />
      ) : (
        <List label={t('chair.now')}>
          {offered.map((one) => (
            <Row
              key={`${one.action} ${one.subjectId ?? ''}`}
              title={`${t(`deliberation.action-${one.action}`)}${about(one.subjectId)}`}
              detail={t(`chair.hint-${one.action}`)}
              onPress={() => press(one)}
            />
          ))}
        </List>
      )}
      {giving === null ? null : (
        <ReasonSheet
          open
          danger
          title={t(`deliberation.action-${giving}`)}
          lead={t(`chair.lead-${giving}`)}
          reasonLabel={t('chair.publicReason')}
          confirmText={t(`deliberation.action-${giving}`)}
          maxLength={500}
          busy={command.busy}
          retrying={command.retrying}
          error={command.error}
          onClose={() => setGiving(null)}
          onSend={(reason) => void send(reason)}
        />
      )}
    </>
  );
};
