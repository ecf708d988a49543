import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillTemplate, noticeTemplates, openPlaces } from './templates.ts';
import { noticeLimits } from './vocabulary.ts';

describe('templates of notices', () => {
  it('cover water, power, fire, flood and activities, each once', () => {
    expect(noticeTemplates.map(({ id }) => id)).toEqual(['water-off', 'power-off', 'fire-safety', 'flood', 'activity']);
  });

  it.each(noticeTemplates.flatMap((one) => [[one.id, one.zh], [one.id, one.en]] as const))(
    '%s asks for exactly the places of its text and fits the limits',
    (_, { title, body, fields, timeField }) => {
      expect(fields).toContain(timeField);
      expect(new Set(openPlaces(title + body))).toEqual(new Set(fields));
      const values = Object.fromEntries(fields.map((name) => [name, '二号楼']));
      expect(openPlaces(fillTemplate(body, values))).toEqual([]);
      expect(fillTemplate(title, values).length).toBeLessThanOrEqual(noticeLimits.title);
      expect(body.length).toBeLessThan(noticeLimits.body / 2);
    },
  );

  it('keeps a place that got no value', () => {
    expect(fillTemplate('{时间} {地点}停水', { 时间: '周四 9:00', 地点: ' ' })).toBe('周四 9:00 {地点}停水');
  });

  it('never takes a value for a place', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        fc.pre(value.trim() !== '');
        expect(fillTemplate('甲{a}乙', { a: value })).toBe(`甲${value}乙`);
      }),
    );
  });
});
