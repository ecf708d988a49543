import { describe, expect, it } from 'vitest';
import { sayPeriod } from './say-period.ts';

const at = (text: string) => Date.parse(`${text}+08:00`);

describe('the time of a notice in words', () => {
  it('names the day once when it begins and ends on one', () => {
    const [from, until] = [at('2026-11-26T09:00'), at('2026-11-26T15:30')];
    expect(sayPeriod(from, until, 'zh')).toBe('11月26日（周四）9:00—15:30');
    expect(sayPeriod(from, until, 'en')).toBe('Thu 26 Nov, 9:00–15:30');
  });

  it('names both days when it goes over midnight in China', () => {
    expect(sayPeriod(at('2026-11-29T22:00'), at('2026-11-30T06:05'), 'zh')).toBe('11月29日（周日）22:00 至 11月30日（周一）6:05');
    expect(sayPeriod(at('2026-12-31T23:00'), at('2027-01-01T01:00'), 'en')).toBe('Thu 31 Dec, 23:00 to Fri 1 Jan, 1:00');
  });

  it('names the beginning alone where there is no end', () => {
    expect(sayPeriod(at('2026-11-26T09:00'), null, 'zh')).toBe('11月26日（周四）9:00');
    expect(sayPeriod(at('2026-11-26T09:00'), at('2026-11-26T08:00'), 'zh')).toBe('11月26日（周四）9:00');
  });
});
