import { describe, expect, it } from 'vitest';
import { groupByNotice } from '@/bulletin/knocks';
import { asksMe, isCorrected, isPressing, keepDone, orderByDue } from '@/bulletin/notice-facts';
import { countMissing, countRemindable, remindState } from '@/desk/notices/delivery-facts';
import { buildCounts, buildDelivery, buildRow } from '../support/notice';

describe('a notice', () => {
  it('asks as long as it is in force and not acknowledged', () => {
    expect(asksMe(buildRow())).toBe(true);
    expect(asksMe(buildRow({ acknowledged: true }))).toBe(false);
    expect(asksMe(buildRow({ status: 'expired' }))).toBe(false);
    expect(asksMe(buildRow({ needsAck: false }))).toBe(false);
  });

  it('stands in brick only as an emergency that still asks', () => {
    expect(isPressing(buildRow({ category: 'urgent' }))).toBe(true);
    expect(isPressing(buildRow({ category: 'urgent', acknowledged: true }))).toBe(false);
    expect(isPressing(buildRow({ category: 'utilities' }))).toBe(false);
  });

  it('is marked as corrected until the new version was read', () => {
    expect(isCorrected(buildRow({ version: 2 }))).toBe(true);
    expect(isCorrected(buildRow({ version: 2, read: true }))).toBe(false);
    expect(isCorrected(buildRow({ version: 1 }))).toBe(false);
  });

  it('stays in its place when it was acknowledged a moment ago, until it waits again', () => {
    const [a, b, c] = [
      buildRow({ id: 'a', publishedAt: 3 }),
      buildRow({ id: 'b', publishedAt: 2 }),
      buildRow({ id: 'c', publishedAt: 1 }),
    ];
    const marks = (rows: ReturnType<typeof keepDone>) => rows.map(({ id, acknowledged }) => [id, acknowledged]);
    expect(marks(keepDone([a, c], [b]))).toEqual([
      ['a', false],
      ['b', true],
      ['c', false],
    ]);
    expect(marks(keepDone([a, { ...b, version: 2 }, c], [b]))).toEqual([
      ['a', false],
      ['b', false],
      ['c', false],
    ]);
  });
});

it('what ends first waits on top, what has no end below', () => {
  const order = orderByDue([
    { at: null, name: 'x' },
    { at: 5, name: 'y' },
    { at: 2, name: 'z' },
    { at: null, name: 'w' },
  ]);
  expect(order.map(({ name }) => name)).toEqual(['z', 'y', 'x', 'w']);
});

it('doors are grouped by notice, in order', () => {
  const knock = (noticeId: string, dwellingId: string) => ({
    noticeId,
    noticeTitle: noticeId,
    noticeVersion: 1,
    dwellingId,
    label: dwellingId,
    helperId: 'h',
    helper: 'h',
    result: null,
    note: '',
    at: null,
  });
  const groups = groupByNotice([knock('b', '1'), knock('a', '2'), knock('b', '3')]);
  expect(groups.map(({ noticeId, knocks }) => [noticeId, knocks.map(({ dwellingId }) => dwellingId)])).toEqual([
    ['b', ['1', '3']],
    ['a', ['2']],
  ]);
});

describe('delivery', () => {
  it('misses who has not acknowledged, or not read where nothing is asked', () => {
    expect(countMissing(buildCounts(), true)).toBe(18);
    expect(countMissing(buildCounts(), false)).toBe(12);
  });

  it('can remind online only dwellings with an account', () => {
    expect(countRemindable(buildDelivery())).toBe(16);
    const [unit] = buildDelivery().units;
    const reminded = buildDelivery({ units: unit === undefined ? [] : [{ ...unit, remindable: 0, nextReminderAt: 9 }] });
    expect([countRemindable(reminded), remindState(reminded, 8), remindState(reminded, 9)]).toEqual([0, 'later', 'ready']);
  });

  it('says why a reminder cannot go out', () => {
    expect(remindState(buildDelivery(), 0)).toBe('ready');
    expect(remindState(buildDelivery({ nextReminderAt: 5 }), 4)).toBe('later');
    expect(remindState(buildDelivery({ nextReminderAt: 5 }), 5)).toBe('ready');
    expect(remindState(buildDelivery({ notice: buildRow({ status: 'expired' }) }), 0)).toBe('over');
    expect(remindState(buildDelivery({ allowed: ['see-delivery'] }), 0)).toBe('over');
    const unregistered = buildCounts({ acknowledged: 90, read: 0, notReached: 0, notRegistered: 6 });
    expect(remindState(buildDelivery({ total: unregistered, reminder: { people: 0, wechat: 0, sms: 0 } }), 0)).toBe(
      'nobody',
    );
  });
});
