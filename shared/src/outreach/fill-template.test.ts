import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultTemplateFields, fillTemplate, parseTemplateFields, sayTime } from './fill-template.ts';

const fields = parseTemplateFields(defaultTemplateFields) ?? [];
const now = Date.UTC(2026, 10, 21, 12, 5);

describe('a subscription message', () => {
  it('has the keywords of its template', () => {
    const data = { title: '停水通知', place: '3栋', time: String(Date.UTC(2026, 10, 22, 1)), note: '请提前储水', page: 'x' };
    expect(fillTemplate(fields, data, now)).toEqual({
      thing1: { value: '停水通知' },
      thing4: { value: '3栋' },
      time3: { value: '2026年11月22日 09:00' },
      thing6: { value: '请提前储水' },
    });
  });

  it('says the time as it is in China, across the end of a year too', () => {
    expect(sayTime(Date.UTC(2026, 11, 31, 16, 5))).toBe('2027年1月1日 00:05');
  });

  it('keeps every keyword within its limit and never empty, whatever it is told', () => {
    const text = fc.string({ unit: 'binary' });
    const data = fc.record({ title: text, place: text, time: text, note: text }, { requiredKeys: [] });
    const limited = parseTemplateFields('thing1=title,phrase2=note,name5=place,time3=time') ?? [];
    const limits: Record<string, number> = { thing1: 20, phrase2: 5, name5: 10, time3: 20 };
    fc.assert(
      fc.property(data, (given) => {
        for (const [keyword, { value }] of Object.entries(fillTemplate(limited, given as Record<string, string>, now))) {
          expect([...value].length).toBeLessThanOrEqual(limits[keyword] ?? 0);
          expect(value.trim()).not.toBe('');
        }
      }),
    );
  });

  it.each(['', 'thing1', 'thing1=name', 'thing=title', '1=title', 'thing1=title,thing1=note', 'thing1=title;time2=time'])(
    'has no keywords when they are written as "%s"',
    (text) => expect(parseTemplateFields(text)).toBeNull(),
  );
});
