import { chatApi } from '@bandeng/shared/chat/api.ts';
import { ReasonSheet } from '@/desk/components/reason-sheet';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { toast } from '@/ui/overlay-store';

interface AppealSheetProps {
  readonly communityId: string;
  readonly groupId: string;
  readonly seq: number;
  readonly onClose: () => void;
}

/** For the author of a deleted message: why it should come back. */
export const AppealSheet = ({ communityId, groupId, seq, onClose }: AppealSheetProps) => {
  const t = useT();
  const command = useCommand(chatApi.appealDeletion);
  const send = async (text: string) => {
    const outcome = await command.run({ params: { communityId, groupId, messageSeq: String(seq) }, body: { text } });
    if (!outcome.ok) return;
    toast(t('groups.appealSent'));
    onClose();
  };
  return (
    <ReasonSheet
      open
      title={t('groups.appealTitle')}
      lead={t('groups.appealLead')}
      reasonLabel={t('groups.appealText')}
      confirmText={t('groups.appealSend')}
      maxLength={500}
      busy={command.busy}
      retrying={command.retrying}
      error={command.error}
      onClose={onClose}
      onSend={(text) => void send(text)}
    />
  );
};
