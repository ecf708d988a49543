import { Textarea } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { aria } from '@/ui/aria';
import type { ComposerInputProps } from './composer-input-props';

/** Grows with what is written. The page makes room for the keyboard by itself, so that the title stays in sight. */
export const ComposerInput = (props: ComposerInputProps) => {
  const { label, placeholder, value, maxLength, onChange, onFocus, focusTurn, onKeyboard } = props;
  const [focus, setFocus] = useState(false);
  useEffect(() => {
    if (focusTurn > 0) setFocus(true);
  }, [focusTurn]);
  return (
    <Textarea
      className="ch-input"
      value={value}
      placeholder={placeholder}
      placeholderClass="bd-input-hint"
      maxlength={maxLength}
      focus={focus}
      autoHeight
      adjustPosition={false}
      showConfirmBar={false}
      disableDefaultPadding
      cursorSpacing={12}
      onInput={({ detail }) => onChange(detail.value)}
      onFocus={onFocus}
      onBlur={() => setFocus(false)}
      onKeyboardHeightChange={({ detail }) => onKeyboard(detail.height)}
      {...aria({ label })}
    />
  );
};
