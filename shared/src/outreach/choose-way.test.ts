import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseWay } from './choose-way.ts';
import { outreachCategories, outreachChannels } from './vocabulary.ts';

const anybody = fc.record({
  category: fc.constantFrom(...outreachCategories),
  off: fc.dictionary(fc.constantFrom(...outreachCategories), fc.subarray([...outreachChannels])),
  wechat: fc.boolean(),
  sms: fc.boolean(),
});

describe('the way to a person', () => {
  it('is WeChat when both reach', () => {
    expect(chooseWay({ category: 'notice', off: {}, wechat: true, sms: true })).toBe('wechat');
  });

  it('is SMS when WeChat does not reach, or is not wanted, for notices and emergencies only', () => {
    expect(chooseWay({ category: 'urgent', off: {}, wechat: false, sms: true })).toBe('sms');
    expect(chooseWay({ category: 'notice', off: { notice: ['wechat'] }, wechat: true, sms: true })).toBe('sms');
    expect(chooseWay({ category: 'vote', off: {}, wechat: false, sms: true })).toBeNull();
    expect(chooseWay({ category: 'mention', off: {}, wechat: false, sms: true })).toBeNull();
  });

  it('is never one that does not reach or that the person turned off', () => {
    fc.assert(
      fc.property(anybody, (person) => {
        const way = chooseWay(person);
        if (way === null) return;
        expect(person[way]).toBe(true);
        expect(person.off[person.category] ?? []).not.toContain(way);
      }),
    );
  });

  it('is not changed by what was chosen for other categories', () => {
    fc.assert(
      fc.property(anybody, (person) => {
        const mine = person.off[person.category];
        const off = mine === undefined ? {} : { [person.category]: mine };
        expect(chooseWay({ ...person, off })).toBe(chooseWay(person));
      }),
    );
  });
});
