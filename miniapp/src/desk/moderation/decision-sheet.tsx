import { chatLimits } from '@bandeng/shared/chat/vocabulary.ts';
import type { ReactNode } from 'react';
import { ReasonSheet } from '@/desk/components/reason-sheet';
import { useT } from '@/i18n/use-t';
import type { Command } from '@/platform/command';
import type { AnyEndpoint } from '@/platform/request';

interface DecisionSheetProps {
  readonly command: Pick<Command<AnyEndpoint>, 'busy' | 'retrying' | 'error'>;
  readonly title: string;
  readonly lead: string;
  readonly confirmText: string;
  readonly danger?: boolean;
  readonly children?: ReactNode;
  readonly onClose: () => void;
  readonly onSend: (reason: string) => void;
}

/** Asks a moderator for the reason of a decision; it goes into the log. */
export const DecisionSheet = ({ command, ...rest }: DecisionSheetProps) => {
  const t = useT();
  const { busy, retrying, error } = command;
  return <ReasonSheet open reasonLabel={t('moderation.reason')} maxLength={chatLimits.reason} {...{ busy, retrying, error }} {...rest} />;
};
