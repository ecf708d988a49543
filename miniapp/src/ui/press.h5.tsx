import { aria } from './aria';
import { cx } from './cx';
import type { PressProps } from './press-props';

/** Anything that can be pressed, by finger, mouse, keyboard or screen reader: the browser's own button without its look. */
export const Press = ({ onPress, role, disabled, className, style, children, label, checked, selected, expanded, current }: PressProps) => (
  <button
    type="button"
    className={cx('bd-press', disabled && 'is-disabled', className)}
    style={style}
    disabled={disabled}
    onClick={onPress}
    {...aria({ role, label, checked, selected, expanded, current })}
  >
    {children}
  </button>
);
