import { describe, expect, it } from 'vitest';
import { composeSms } from './compose-sms.ts';

describe('an SMS', () => {
  it('says who writes, what, where and when', () => {
    const data = { title: '停水通知', place: '3栋', time: String(Date.UTC(2026, 10, 22, 1)), note: '' };
    expect(composeSms('枫林社区', data)).toBe('【枫林社区】停水通知，3栋，2026年11月22日 09:00。详见小程序。');
  });

  it('is cut where it would grow too long', () => {
    const text = composeSms('枫林社区', { title: '长'.repeat(500) });
    expect([...text]).toHaveLength(140);
    expect(text.endsWith('…')).toBe(true);
  });
});
