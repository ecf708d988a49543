import type { Message } from '@bandeng/shared/chat/schemas.ts';
import { AppealSheet } from '../groups/appeal-sheet';
import { useConversationTools } from '../conversation-context';
import { MessageMenu } from './message-menu';
import { PictureViewer } from './picture-viewer';
import { RemoveSheet } from './remove-sheet';
import { ReportSheet } from './report-sheet';

/** What lies over the conversation. */
export type Over =
  | { readonly kind: 'menu' | 'report' | 'remove'; readonly message: Message }
  | { readonly kind: 'appeal'; readonly seq: number }
  | { readonly kind: 'picture'; readonly fileId: string; readonly name: string; readonly label: string };

interface ConversationSheetsProps {
  readonly over: Over;
  readonly onOver: (over: Over | null) => void;
  readonly onQuote: (message: Message) => void;
  readonly onRecalled: (before: Message, now: Message) => void;
  readonly onRemoved: (message: Message) => void;
}

export const ConversationSheets = ({ over, onOver, onQuote, onRecalled, onRemoved }: ConversationSheetsProps) => {
  const { communityId, group } = useConversationTools();
  const close = () => onOver(null);
  const at = { communityId, groupId: group.id, onClose: close };
  switch (over.kind) {
    case 'menu':
      return (
        <MessageMenu
          message={over.message}
          onClose={close}
          onQuote={() => onQuote(over.message)}
          onSheet={(kind) => onOver({ kind, message: over.message })}
          onRecalled={(now) => onRecalled(over.message, now)}
        />
      );
    case 'report':
      return <ReportSheet {...at} seq={over.message.seq} />;
    case 'remove':
      return <RemoveSheet {...at} seq={over.message.seq} onRemoved={onRemoved} />;
    case 'appeal':
      return <AppealSheet {...at} seq={over.seq} />;
    case 'picture':
      return <PictureViewer communityId={communityId} fileId={over.fileId} label={over.label} onClose={close} />;
  }
};
