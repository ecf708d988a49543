import { describe, expect, it } from 'vitest';
import { dwellingLabel, dwellingSortKey, placeWords, shortLabel } from './dwelling-label.ts';

const place = (building: string, unit: string, room: string) => ({ compound: '春晖苑', building, unit, room });

describe('the label of a dwelling', () => {
  it('leaves out the unit where there is none', () => {
    expect(dwellingLabel(place('3', '2', '101'))).toBe('春晖苑 3-2-101');
    expect(shortLabel(place('3', '', '101'))).toBe('3-101');
  });

  it('sorts as people count', () => {
    const rooms = [place('10', '1', '101'), place('9', '1', '1001'), place('9', '1', '201'), place('9', '2', '101')];
    const sorted = [...rooms].sort((a, b) => (dwellingSortKey(a) < dwellingSortKey(b) ? -1 : 1));
    expect(sorted.map(shortLabel)).toEqual(['9-1-201', '9-1-1001', '9-2-101', '10-1-101']);
  });

  it('finds the pieces however they are typed', () => {
    for (const typed of ['3栋2单元101室', '3-2-101', '３号楼２单元１０１', '3 2 101', '3#2-101']) {
      expect(placeWords(typed), typed).toEqual(['3', '2', '101']);
    }
    for (const typed of ['春晖苑 3-2-101', '春晖苑3栋2单元101', '春晖苑3-2-101']) {
      expect(placeWords(typed), typed).toEqual(['春晖苑', '3', '2', '101']);
    }
    expect(placeWords('  ')).toEqual([]);
  });
});
