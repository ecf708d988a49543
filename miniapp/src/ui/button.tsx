import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useT } from '../i18n/use-t';
import { aria } from './aria';
import { cx } from './cx';
import { Press } from './press';

interface ButtonProps {
  readonly kind?: 'primary' | 'outline' | 'danger' | 'plain';
  readonly small?: boolean;
  /** Something is under way: pressing does nothing and the text says so. */
  readonly busy?: boolean;
  /** With busy: the connection was lost and it is being sent again. */
  readonly retrying?: boolean;
  readonly disabled?: boolean;
  readonly label?: string | undefined;
  readonly onPress?: () => void;
  readonly onPhoneCode?: (code: string) => void;
  readonly children: ReactNode;
}

export const Button = (props: ButtonProps) => {
  const { kind = 'primary', small = false, busy = false, retrying = false, disabled = false, label, children } = props;
  const t = useT();
  return (
    <Press
      className={cx('bd-button', `is-${kind}`, small && 'is-small', busy && 'is-busy', disabled && 'is-disabled')}
      disabled={disabled || busy}
      onPress={props.onPress}
      onPhoneCode={props.onPhoneCode}
      label={label}
    >
      {busy ? <View className="bd-spin" {...aria({ hidden: true })} /> : null}
      {busy ? t(retrying ? 'ui.retrying' : 'ui.working') : children}
    </Press>
  );
};
