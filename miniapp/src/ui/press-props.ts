import type { CSSProperties, ReactNode } from 'react';
import type { Aria } from './aria';

export interface PressProps extends Pick<Aria, 'label' | 'checked' | 'selected' | 'expanded' | 'current'> {
  readonly onPress?: (() => void) | undefined;
  readonly role?: 'button' | 'link' | 'tab' | 'radio' | 'checkbox' | 'switch' | undefined;
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  readonly children?: ReactNode;
  /** WeChat only: asks for the person's phone number on the tap and hands over the one-time code. */
  readonly onPhoneCode?: ((code: string) => void) | undefined;
}
