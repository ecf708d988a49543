import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ComposerInputProps } from './composer-input-props';

const mostLines = 4;

/** Grows with what is written. Enter sends and Shift+Enter begins a line; where a finger types, Enter begins a line too. */
export const ComposerInput = (props: ComposerInputProps) => {
  const { label, placeholder, value, maxLength, onChange, onSend, onFocus, focusTurn } = props;
  const input = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const area = input.current;
    if (area === null) return;
    area.style.height = 'auto';
    const style = getComputedStyle(area);
    const most = (parseFloat(style.lineHeight) || 24) * mostLines + (parseFloat(style.paddingTop) || 0) * 2;
    area.style.height = `${Math.min(area.scrollHeight, most)}px`;
    area.style.overflowY = area.scrollHeight > most ? 'auto' : 'hidden';
  }, [value]);
  useEffect(() => {
    const area = input.current;
    if (focusTurn === 0 || area === null) return;
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
  }, [focusTurn]);
  return (
    <textarea
      ref={input}
      className="ch-input"
      rows={1}
      aria-label={label}
      placeholder={placeholder}
      value={value}
      maxLength={maxLength}
      enterKeyHint="enter"
      onFocus={onFocus}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        const byFinger = window.matchMedia('(pointer: coarse)').matches;
        if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || byFinger) return;
        event.preventDefault();
        onSend();
      }}
    />
  );
};
