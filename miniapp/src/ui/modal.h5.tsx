import { useEffect, useRef } from 'react';
import { aria } from './aria';
import { cx } from './cx';
import type { ModalProps } from './modal-props';

const focusable = 'button:not([disabled]), input, textarea, select, a[href]';

/** Keeps the keyboard inside while it is open, closes on Escape and on the shade, and gives the focus back. */
export const Modal = ({ label, role = 'dialog', middle = false, onClose, children }: ModalProps) => {
  const shade = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const before = document.activeElement;
    const inside = () => Array.from(shade.current?.querySelectorAll<HTMLElement>(focusable) ?? []);
    inside()[0]?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current();
      if (event.key !== 'Tab') return;
      const all = inside();
      const [first, last] = [all[0], all[all.length - 1]];
      const out = !shade.current?.contains(document.activeElement);
      if (event.shiftKey ? document.activeElement === first || out : document.activeElement === last || out) {
        event.preventDefault();
        (event.shiftKey ? last : first)?.focus();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div
      ref={shade}
      className={cx('bd-shade', middle && 'is-middle')}
      aria-modal="true"
      {...aria({ role, label })}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      {children}
    </div>
  );
};
