import { useEffect, useRef } from 'react';
import type { HoldProps } from './hold-props';

const longMs = 450;

/** Android tells of a long press by `contextmenu`, iOS by nothing: there a timer does it, and the tap after it is not one. */
export const Hold = ({ className, id, onHold, children }: HoldProps) => {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const held = useRef(false);
  const stop = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  };
  useEffect(() => stop, []);
  const hold = () => {
    stop();
    if (held.current || onHold === undefined) return;
    held.current = true;
    onHold();
  };
  return (
    <div
      id={id}
      className={className}
      onContextMenu={(event) => {
        if (onHold === undefined || window.getSelection()?.isCollapsed === false) return;
        event.preventDefault();
        hold();
        if (timer.current === null) setTimeout(() => (held.current = false), 0);
      }}
      onTouchStart={() => {
        held.current = false;
        stop();
        timer.current = setTimeout(hold, longMs);
      }}
      onTouchMove={stop}
      onTouchEnd={stop}
      onTouchCancel={stop}
      onClickCapture={(event) => {
        if (!held.current) return;
        held.current = false;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {children}
    </div>
  );
};
