import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chinaCalendar } from '../kernel/calendar-data.ts';
import { canFileObjection, decideDisclosure, decideDisclosureEnd, isOverdue, objectionDue } from './disclosure.ts';
import { freezeRules } from './freeze-rules.ts';
import { disclosureStatuses } from './vocabulary.ts';
import { fourTwo } from './workflows/four-two.ts';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const frozen = freezeRules(fourTwo, 'representatives');
if (!frozen.ok) throw new Error('the defaults must freeze');
const rules = frozen.value.disclosures['publish-resolution'];

describe('decideDisclosure', () => {
  it('when up for 15 days → the last may move to a working day, never before the fifteenth', () => {
    expect(decideDisclosure(at('2026-11-02T20:00:00'), 15, rules, chinaCalendar)).toEqual({
      ok: true,
      value: { firstDay: '2026-11-03', lastDay: '2026-11-17', endsAt: at('2026-11-18T00:00:00') },
    });
    expect(decideDisclosure(at('2026-09-16T08:00:00'), 15, rules, chinaCalendar)).toMatchObject({
      value: { lastDay: '2026-10-08' },
    });
  });
  it('when fewer days than the rules → refused', () => {
    expect(decideDisclosure(0, 14, rules, chinaCalendar)).toEqual({
      ok: false,
      refusal: { code: 'disclosure-days-short', field: 'days', details: { minimum: 15 } },
    });
    expect(decideDisclosure(0, 19, { ...rules, days: 20 }, chinaCalendar).ok).toBe(false);
  });
});

describe('objections', () => {
  it.each([
    ['2026-11-16T10:00:00', '2026-11-20T00:00:00'],
    ['2026-11-18T10:00:00', '2026-11-24T00:00:00'],
    ['2026-09-28T10:00:00', '2026-10-09T00:00:00'],
  ])('when filed %s → due before %s', (filed, due) => expect(objectionDue(at(filed), chinaCalendar)).toBe(at(due)));
  it('are overdue from the instant they are due, and stay so when answered late', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.option(fc.nat(9)), fc.nat(9), (dueAt, answeredAt, now) => {
        const stillOpenWhenDue = answeredAt === null ? now >= dueAt : answeredAt >= dueAt;
        expect(isOverdue({ dueAt, answeredAt }, now)).toBe(stillOpenWhenDue);
      }),
    );
  });
  it('are filed only while the notice is up and its days run', () => {
    for (const status of disclosureStatuses) {
      expect(canFileObjection(9, { status, endsAt: 10 })).toBe(status === 'up');
      expect(canFileObjection(10, { status, endsAt: 10 })).toBe(false);
    }
  });
  it('keep the notice up until the last is answered', () => {
    const open = { answeredAt: null };
    const answered = { answeredAt: 5 };
    expect(decideDisclosureEnd({ objections: [], now: 9, endsAt: 10 })).toBe('wait');
    expect(decideDisclosureEnd({ objections: [], now: 10, endsAt: 10 })).toBe('pass');
    expect(decideDisclosureEnd({ objections: [answered, open], now: 99, endsAt: 10 })).toBe('wait');
    expect(decideDisclosureEnd({ objections: [answered, answered], now: 99, endsAt: 10 })).toBe('pass');
    expect(decideDisclosureEnd({ objections: [answered], now: 9, endsAt: 10 })).toBe('wait');
  });
});
