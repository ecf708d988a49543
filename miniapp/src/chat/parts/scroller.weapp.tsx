import { ScrollView, View } from '@tarojs/components';
import Taro, { useReady } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { aria } from '@/ui/aria';
import { lastVisible } from '../rows';
import { endPx, nearPx, rowId, seqOfRow, type ScrollerProps } from './scroller-props';

interface Rect {
  readonly id: string;
  readonly top: number;
  readonly bottom: number;
}

const restMs = 150;

/** Reads where the box and its rows are now. */
const readRects = (): Promise<{ box: Rect | null; rows: Rect[]; end: Rect | null }> =>
  new Promise((resolve) =>
    Taro.createSelectorQuery()
      .select('.ch-scroll')
      .fields({ id: true, rect: true })
      .selectAll('.ch-item')
      .fields({ id: true, rect: true })
      .select('.ch-scroll-end')
      .fields({ id: true, rect: true })
      .exec(([box, rows, end]: [Rect?, Rect[]?, Rect?]) => resolve({ box: box ?? null, rows: rows ?? [], end: end ?? null })),
  );

/**
 * The part that scrolls. WeChat keeps the rows in sight where they are when pages are added above them (`scrollAnchoring` on iOS,
 * the browser's own anchoring elsewhere), and follows wishes by id.
 */
export const Scroller = ({ label, complete, wish, onPlace, onNearStart, onNearEnd, children }: ScrollerProps) => {
  const [target, setTarget] = useState('');
  const sticks = useRef(true);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const turn = useRef(0);
  const latest = useRef({ complete, onPlace, onNearStart, onNearEnd });
  latest.current = { complete, onPlace, onNearStart, onNearEnd };

  const measure = useCallback(async () => {
    timer.current = null;
    const { box, rows, end } = await readRects();
    if (box === null || end === null) return;
    sticks.current = end.top - box.bottom < endPx && latest.current.complete;
    const seq = lastVisible(rows.map(({ id, top }) => ({ seq: seqOfRow(id), top })), box.bottom);
    latest.current.onPlace({ atEnd: sticks.current, seq });
    if (end.top - box.bottom < nearPx) latest.current.onNearEnd();
  }, []);
  const measureSoon = useCallback(() => {
    timer.current ??= setTimeout(() => void measure(), restMs);
  }, [measure]);
  /** Only another id than the last makes WeChat scroll again: two marks at the end take turns. */
  const scrollToEnd = () => {
    turn.current = 1 - turn.current;
    setTarget(`end${turn.current}`);
  };
  useEffect(() => {
    if (sticks.current) scrollToEnd();
    measureSoon();
  }, [children, measureSoon]);
  useReady(measureSoon);
  useEffect(() => {
    if (wish === null) return;
    sticks.current = wish.to === 'end';
    if (wish.to === 'end') return scrollToEnd();
    setTarget('');
    const next = setTimeout(() => setTarget(rowId(wish.seq)), 50);
    return () => clearTimeout(next);
  }, [wish]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return (
    <ScrollView
      className="ch-scroll"
      scrollY
      enhanced
      scrollAnchoring
      scrollIntoView={target}
      upperThreshold={nearPx}
      onScrollToUpper={() => latest.current.onNearStart()}
      onScroll={measureSoon}
      {...aria({ role: 'log', label })}
    >
      <View className="ch-scroll-content">{children}</View>
      <View className="ch-scroll-end">
        <View id="end0" />
        <View id="end1" />
      </View>
    </ScrollView>
  );
};
