import { describe, expect, it } from 'vitest';
import { isDeveloper, readDuties, readOccupancy, readPartyMember, readPeople, withoutSaleMark } from './read-marks.ts';

describe('marks', () => {
  it('counts full members of the Party only', () => {
    expect(['中共党员', '党员', '是'].map(readPartyMember)).toEqual([true, true, true]);
    const others = ['群众', '中共预备党员', '预备党员', '非党员', '共青团员', '', '民盟盟员', '不是'];
    expect(others.map(readPartyMember)).toEqual(others.map(() => false));
  });
  it('reads duties and nothing else from remarks', () => {
    expect(readDuties('居民代表、楼栋长')).toEqual(['representative', 'building-leader']);
    expect(readDuties('现任居民代表')).toEqual(['representative']);
    expect(readDuties('原楼栋长')).toEqual([]);
    expect(readDuties('孕妇')).toEqual([]);
  });
  it('reads the use of a dwelling', () => {
    expect(['自住', '出租', '空置', '办公', ''].map(readOccupancy)).toEqual([
      'self',
      'rented',
      'vacant',
      'other',
      null,
    ]);
  });
  it('knows a developer by the mark of what is unsold, and its name without the mark', () => {
    expect(isDeveloper('枫林置业有限公司(未售)', '')).toBe(true);
    expect(isDeveloper('枫林置业有限公司', '尚未出售')).toBe(true);
    expect(isDeveloper('枫林贸易有限公司', '')).toBe(false);
    expect(withoutSaleMark('枫林置业有限公司(未售)')).toBe('枫林置业有限公司');
    expect(withoutSaleMark('未售')).toBe('未售');
  });
  it('reads a count of people', () => {
    expect([3, '3人', '0', '', '三', -1, '300'].map(readPeople)).toEqual([3, 3, 0, null, null, null, null]);
  });
});
