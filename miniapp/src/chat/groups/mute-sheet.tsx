import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Member } from '@bandeng/shared/chat/schemas.ts';
import { chatLimits } from '@bandeng/shared/chat/vocabulary.ts';
import { useState } from 'react';
import { ReasonSheet } from '@/desk/components/reason-sheet';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { toast } from '@/ui/overlay-store';
import { RadioCards } from '@/ui/radio-cards';

const spans = ['10', '60', '1440', '10080'] as const;

interface MuteSheetProps {
  readonly communityId: string;
  readonly groupId: string;
  readonly member: Member;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** For how long, and why: the member reads both. */
export const MuteSheet = ({ communityId, groupId, member, onClose, onDone }: MuteSheetProps) => {
  const t = useT();
  const [span, setSpan] = useState<(typeof spans)[number]>('60');
  const command = useCommand(chatApi.muteMember);
  const send = async (reason: string) => {
    const params = { communityId, groupId, residentId: member.id };
    const outcome = await command.run({ params, body: { minutes: Number(span), reason } });
    if (!outcome.ok) return;
    toast(t('groups.muted'));
    onDone();
  };
  return (
    <ReasonSheet
      open
      danger
      title={t('groups.muteTitle', { label: member.label })}
      lead={t('groups.muteLead')}
      reasonLabel={t('desk.reason')}
      confirmText={t('groups.mute')}
      maxLength={chatLimits.reason}
      busy={command.busy}
      retrying={command.retrying}
      error={command.error}
      onClose={onClose}
      onSend={(reason) => void send(reason)}
    >
      <RadioCards
        label={t('groups.muteFor')}
        value={span}
        onChange={setSpan}
        options={spans.map((value) => ({ value, text: t(`groups.mute-${value}`) }))}
      />
    </ReasonSheet>
  );
};
