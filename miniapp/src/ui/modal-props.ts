import type { ReactNode } from 'react';

export interface ModalProps {
  readonly label: string;
  readonly role?: 'dialog' | 'alertdialog';
  /** In the middle of the screen; otherwise it rises from the bottom. */
  readonly middle?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}
