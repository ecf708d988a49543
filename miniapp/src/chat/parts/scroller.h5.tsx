import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { aria } from '@/ui/aria';
import { lastVisible } from '../rows';
import type { Wish } from '../use-conversation';
import { endPx, nearPx, rowId, seqOfRow, type ScrollerProps } from './scroller-props';

/** Before its styles have come, and while its page is hidden, nothing in it is where it will be, and nobody sees it. */
const isLaidOut = (box: HTMLElement): boolean => box.clientHeight > 0 && box.clientHeight <= window.innerHeight;

/**
 * The part that scrolls. The row at the upper edge stays where it is when something is added or taken away above it, or grows;
 * whoever looks at the newest stays with the newest.
 */
export const Scroller = ({ label, complete, wish, onPlace, onNearStart, onNearEnd, children }: ScrollerProps) => {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const anchor = useRef<{ row: Element; top: number } | null>(null);
  const sticks = useRef(true);
  const latest = useRef({ complete, wish, onPlace, onNearStart, onNearEnd });
  latest.current = { complete, wish, onPlace, onNearStart, onNearEnd };

  const measure = useCallback(() => {
    const outer = box.current;
    if (outer === null || !isLaidOut(outer)) return;
    const { top, bottom } = outer.getBoundingClientRect();
    const rows = Array.from(outer.querySelectorAll('.ch-item'));
    const rects = rows.map((row) => ({ row, rect: row.getBoundingClientRect() }));
    const first = rects.find(({ rect }) => rect.bottom > top);
    anchor.current = first === undefined ? null : { row: first.row, top: first.rect.top - top };
    const left = outer.scrollHeight - outer.scrollTop - outer.clientHeight;
    sticks.current = left < endPx && latest.current.complete;
    const seq = lastVisible(rects.map(({ row, rect }) => ({ seq: seqOfRow(row.id), top: rect.top })), bottom);
    latest.current.onPlace({ atEnd: sticks.current, seq });
    if (outer.scrollTop < nearPx) latest.current.onNearStart();
    if (left < nearPx) latest.current.onNearEnd();
  }, []);

  /** Where the reader wishes to be comes before where the reader was: what is passed over is not seen. */
  const follow = useCallback((next: Wish) => {
    const outer = box.current;
    if (outer === null || !isLaidOut(outer)) return false;
    if (next.to === 'end') {
      sticks.current = true;
      return true;
    }
    const row = outer.querySelector(`#${rowId(next.seq)}`);
    if (row === null) return false;
    const offset = () => row.getBoundingClientRect().top - outer.getBoundingClientRect().top;
    sticks.current = false;
    outer.scrollTop += offset() - (next.mark ? outer.clientHeight / 3 : 60);
    anchor.current = { row, top: offset() };
    return true;
  }, []);
  const followed = useRef<Wish | null>(null);

  /** After every change of what is inside, or of the room there is. */
  const settle = useCallback(() => {
    const outer = box.current;
    if (outer === null || !isLaidOut(outer)) return;
    const next = latest.current.wish;
    if (next !== null && next !== followed.current && follow(next)) followed.current = next;
    const held = anchor.current;
    if (sticks.current) outer.scrollTop = outer.scrollHeight;
    else if (held !== null && held.row.isConnected) {
      outer.scrollTop += held.row.getBoundingClientRect().top - outer.getBoundingClientRect().top - held.top;
    }
    measure();
  }, [follow, measure]);

  useLayoutEffect(settle);
  useEffect(() => {
    if (typeof ResizeObserver === 'undefined' || content.current === null || box.current === null) return;
    const observer = new ResizeObserver(settle);
    observer.observe(content.current);
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [settle]);

  const frame = useRef(0);
  const onScroll = () => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(measure);
  };
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return (
    <div ref={box} className="ch-scroll" tabIndex={0} onScroll={onScroll} {...aria({ role: 'log', label })} aria-live="off">
      <div ref={content} className="ch-scroll-content">
        {children}
      </div>
    </div>
  );
};
