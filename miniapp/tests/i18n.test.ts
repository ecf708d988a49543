import { describe, expect, it } from 'vitest';
import { en } from '@/i18n/en/index';
import { translate } from '@/i18n/translate';
import { formatArea, formatFen, formatMoney } from '@/i18n/amount';
import { clockOf, dayOf, formatAgo, formatBrief, formatDay, formatEnd, formatEndExact, formatExact, formatLeft, formatWhen, momentOf } from '@/i18n/when';
import { zhCN } from '@/i18n/zh-CN/index';

const flat = (catalogue: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
  new Map(
    Object.entries(catalogue).flatMap(([section, texts]) =>
      Object.entries(texts).map(([name, text]) => [`${section}.${name}`, text] as const),
    ),
  );
const placeholders = (text: string) => new Set(Array.from(text.matchAll(/\{(\w+)/g), ([, name]) => name));

describe('the catalogue', () => {
  const [zh, english] = [flat(zhCN), flat(en)];

  it('has the same keys in both languages, and no empty text', () => {
    expect([...english.keys()].sort()).toEqual([...zh.keys()].sort());
    expect([...zh, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('asks in English only for values that the Chinese text is given', () => {
    const strange = [...english].filter(([key, text]) => {
      const given = placeholders(zh.get(key) ?? '');
      return [...placeholders(text)].some((name) => !given.has(name));
    });
    expect(strange).toEqual([]);
  });

  it('fills values and English plurals', () => {
    expect(translate('zh-CN', 'time.daysLeft', { n: 4 })).toBe('还有 4 天');
    expect(translate('en', 'time.daysLeft', { n: 4 })).toBe('4 days left');
    expect(translate('en', 'time.daysLeft', { n: 1 })).toBe('1 day left');
  });
});

describe('times', () => {
  const at = (text: string) => Date.parse(`${text}+08:00`);
  const now = at('2026-11-21T10:00:00');

  it.each([
    ['2026-11-21T20:00:00', '今晚 20:00'],
    ['2026-11-21T09:05:00', '今天 9:05'],
    ['2026-11-22T00:00:00', '明天 0:00'],
    ['2026-11-20T23:59:59', '昨天 23:59'],
    ['2026-12-01T08:30:00', '12月1日 8:30'],
    ['2027-01-02T08:30:00', '2027年1月2日 8:30'],
  ])('%s is said as %s', (moment, words) => expect(formatWhen(at(moment), now, 'zh-CN')).toBe(words));

  it.each([
    ['2026-11-22T00:00:00', '今晚 24:00', 'the end of today'],
    ['2026-11-23T00:00:00', '明天 24:00', 'the end of tomorrow'],
    ['2026-11-21T00:00:00', '昨天 24:00', 'the end of yesterday'],
    ['2026-12-01T00:00:00', '11月30日 24:00', 'the end of 30/11'],
    ['2027-01-01T00:00:00', '12月31日 24:00', 'the end of 31/12'],
    ['2027-02-01T00:00:00', '2027年1月31日 24:00', 'the end of 31/1/2027'],
    ['2026-12-01T00:00:00.001', '12月1日 0:00', '1/12 0:00'],
    ['2026-11-30T23:59:00', '11月30日 23:59', '30/11 23:59'],
    ['2026-11-21T20:00:00', '今晚 20:00', 'tonight 20:00'],
  ])('a deadline at %s ends %s', (moment, zh, english) => {
    expect(formatEnd(at(moment), now, 'zh-CN')).toBe(zh);
    expect(formatEnd(at(moment), now, 'en')).toBe(english);
  });

  it('says the end of a day exactly as 24:00 of it', () => {
    expect(formatEndExact(at('2026-12-01T00:00:00'), 'zh-CN')).toBe('2026年11月30日 24:00');
    expect(formatEndExact(at('2026-11-30T20:00:00'), 'zh-CN')).toBe('2026年11月30日 20:00');
  });

  it('rounds what is left down and never below the deadline', () => {
    const left = (ms: number) => formatLeft(now + ms, now, 'zh-CN');
    expect(left(5 * 86_400_000 - 1)).toBe('还有 4 天');
    expect(left(86_400_000 - 1)).toBe('还有 23 小时');
    expect(left(59_999)).toBe('不到 1 分钟');
    expect(left(0)).toBe('已截止');
  });

  it('says the recent past as a distance, and everything exactly', () => {
    expect(formatAgo(now - 600_000, now, 'zh-CN')).toBe('10 分钟前');
    expect(formatAgo(now - 86_400_000, now, 'zh-CN')).toBe('昨天 10:00');
    expect(formatExact(now, 'zh-CN')).toBe('2026年11月21日 10:00');
    expect(formatDay('2026-12-06', now, 'zh-CN')).toBe('12月6日');
  });

  it('says the day alone of what is longer past than yesterday, where many times stand below each other', () => {
    expect(formatBrief(now - 3_600_000, now, 'zh-CN')).toBe('今天 9:00');
    expect(formatBrief(now - 86_400_000, now, 'zh-CN')).toBe('昨天 10:00');
    expect(formatBrief(now - 2 * 86_400_000, now, 'zh-CN')).toBe('11月19日');
  });

  it('takes day and clock apart and together again in China Standard Time', () => {
    const moment = at('2026-11-21T00:30:00');
    expect([dayOf(moment), clockOf(moment)]).toEqual(['2026-11-21', '00:30']);
    expect(momentOf('2026-11-21', '00:30')).toBe(moment);
    expect(momentOf('2026-11-21', '')).toBeNaN();
  });
});

it('amounts are exact and grouped', () => {
  expect(formatFen(2_340_000)).toBe('23,400.00');
  expect([formatFen(-900_005, true), formatFen(1, true), formatFen(0, true)]).toEqual(['−9,000.05', '+0.01', '0.00']);
  expect(formatMoney(123_456_789_00, 'zh-CN')).toBe('123,456,789.00 元');
  expect(formatArea(9850, 'zh-CN')).toBe('98.50 平方米');
});
