import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Message } from '@bandeng/shared/chat/schemas.ts';
import { chatLimits } from '@bandeng/shared/chat/vocabulary.ts';
import { ReasonSheet } from '@/desk/components/reason-sheet';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';

interface RemoveSheetProps {
  readonly communityId: string;
  readonly groupId: string;
  readonly seq: number;
  readonly onClose: () => void;
  readonly onRemoved: (message: Message) => void;
}

/** For moderators: takes a message out of sight, with a reason that its author reads. */
export const RemoveSheet = ({ communityId, groupId, seq, onClose, onRemoved }: RemoveSheetProps) => {
  const t = useT();
  const remove = useCommand(chatApi.deleteMessage);
  const send = async (reason: string) => {
    const outcome = await remove.run({ params: { communityId, groupId, messageSeq: String(seq) }, body: { reason } });
    if (!outcome.ok) return;
    onRemoved(outcome.reply);
    onClose();
  };
  return (
    <ReasonSheet
      open
      danger
      title={t('chat.removeTitle')}
      lead={t('chat.removeLead')}
      reasonLabel={t('chat.removeReason')}
      confirmText={t('chat.remove')}
      maxLength={chatLimits.reason}
      busy={remove.busy}
      retrying={remove.retrying}
      error={remove.error}
      onClose={onClose}
      onSend={(reason) => void send(reason)}
    />
  );
};
