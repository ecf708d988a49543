import { Button } from '@tarojs/components';
import { aria } from './aria';
import { cx } from './cx';
import type { PressProps } from './press-props';

/** Anything that can be pressed: WeChat's own button without its look. */
export const Press = (props: PressProps) => {
  const { onPress, role, disabled = false, className, style, children, onPhoneCode } = props;
  const { label, checked, selected, expanded } = props;
  return (
    <Button
      className={cx('bd-press', disabled && 'is-disabled', className)}
      hoverClass="bd-pressed"
      disabled={disabled}
      {...(style === undefined ? {} : { style })}
      {...(onPress === undefined ? {} : { onClick: onPress })}
      {...(onPhoneCode === undefined
        ? {}
        : {
            openType: 'getPhoneNumber' as const,
            onGetPhoneNumber: ({ detail }: { detail: { code?: string } }) => {
              if (detail.code) onPhoneCode(detail.code);
            },
          })}
      {...aria({ role: role ?? 'button', label, checked, selected, expanded, disabled })}
    >
      {children}
    </Button>
  );
};
