import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dwellingKey, readAddress, readBuilding, readChineseNumber, readRoom, readUnit } from './read-place.ts';

const fullWidth = (text: string) => text.replace(/[0-9]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const digits = '零一二三四五六七八九';
/** An independent way to write 1 to 99 in Chinese. */
const inChinese = (n: number) => {
  const [tens, ones] = [Math.trunc(n / 10), n % 10];
  return (tens > 1 ? digits.charAt(tens) : '') + (tens > 0 ? '十' : '') + (ones > 0 ? digits.charAt(ones) : '');
};
const small = fc.integer({ min: 1, max: 99 });
const spelt = (n: number, way: number) => [String(n), `0${n}`, fullWidth(String(n)), inChinese(n)][way] ?? String(n);
const way = fc.integer({ min: 0, max: 3 });

describe('readBuilding, readUnit, readRoom', () => {
  it('reads every spelling of a building as one', () => {
    fc.assert(
      fc.property(
        small,
        way,
        fc.constantFrom('', '栋', '号楼', '#', '＃', '幢', '座', '号', ' 栋', '#楼'),
        (n, how, mark) => {
          expect(readBuilding(spelt(n, how) + mark)).toBe(String(n));
          expect(readBuilding(` 第${spelt(n, how)}${mark} `)).toBe(String(n));
        },
      ),
    );
    expect(readBuilding(3)).toBe('3');
    expect(readBuilding('a座')).toBe('A');
  });

  it('leaves a building with a name of its own its name', () => {
    expect(readBuilding('综合楼')).toBe('综合楼');
    expect(readBuilding('东1栋')).toBe('东1');
  });

  it('reads every spelling of a unit as one', () => {
    fc.assert(
      fc.property(small, way, fc.constantFrom('', '单元', '门', ' 单元'), (n, how, mark) => {
        expect(readUnit(spelt(n, how) + mark)).toBe(String(n));
      }),
    );
    expect(readUnit('甲单元')).toBe('甲');
  });

  it('reads every spelling of a room as one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 101, max: 3906 }),
        fc.constantFrom('', '室', '号', '房', ' 室'),
        fc.boolean(),
        (n, mark, wide) => {
          const text = `0${n}`;
          expect(readRoom((wide ? fullWidth(text) : text) + mark)).toBe(String(n));
        },
      ),
    );
    expect(readRoom('b101')).toBe('B101');
    expect(readRoom('="0602"')).toBe('602');
    expect(readRoom('地下室')).toBe('地下室');
  });

  it('knows an empty cell', () => {
    for (const empty of [null, undefined, '', ' ', '/', '-']) {
      expect([readBuilding(empty), readUnit(empty), readRoom(empty)]).toEqual(['', '', '']);
    }
  });
});

describe('readChineseNumber', () => {
  it('reads 1 to 99 as written', () => {
    for (let n = 1; n < 100; n++) expect(readChineseNumber(inChinese(n))).toBe(n);
  });
  it('reads hundreds and digits in a row', () => {
    expect(readChineseNumber('一百零三')).toBe(103);
    expect(readChineseNumber('二〇三')).toBe(203);
    expect(readChineseNumber('')).toBeNull();
    expect(readChineseNumber('综合')).toBeNull();
  });
});

describe('readAddress', () => {
  const place = { compound: '', building: '3', unit: '2', room: '101' };
  it('reads the usual forms of one address', () => {
    for (const text of [
      '3-2-101',
      '3栋2单元101室',
      '3号楼2-101',
      '3#2单元0101',
      '３—２—１０１',
      '三栋二单元101',
      '3幢2门101号',
    ]) {
      expect(readAddress(text), text).toEqual(place);
    }
  });
  it('reads a compound in front, and addresses without a unit', () => {
    expect(readAddress('枫林湾小区3栋2单元101室')).toEqual({ ...place, compound: '枫林湾小区' });
    expect(readAddress('枫林湾小区3-2-101')).toEqual({ ...place, compound: '枫林湾小区' });
    expect(readAddress('3-101')).toEqual({ ...place, unit: '' });
    expect(readAddress('A座1201')).toEqual({ compound: '', building: 'A', unit: '', room: '1201' });
  });
  it('is null for anything else, however long', () => {
    for (const text of ['101', '', '张三', '2026年10月28日', `${'1'.repeat(30)}栋${'二'.repeat(400)}`]) {
      expect(readAddress(text), text).toBeNull();
    }
  });
});

describe('dwellingKey', () => {
  it('is one for 枫林湾 and 枫林湾小区', () => {
    const place = { building: '3', unit: null, room: '101' };
    expect(dwellingKey({ ...place, compound: '枫林湾' })).toBe(dwellingKey({ ...place, compound: '枫林湾小区' }));
    expect(dwellingKey({ ...place, compound: '' })).toBe('/3//101');
  });
  it('is never shared by two different places, because no part holds its separator', () => {
    const part = fc.string({ unit: fc.constantFrom('1', '2', '/', '-', 'A'), maxLength: 4 });
    fc.assert(
      fc.property(part, part, part, (b, u, r) => {
        const key = dwellingKey({ compound: '', building: readBuilding(b), unit: readUnit(u), room: readRoom(r) });
        expect(key.split('/')).toHaveLength(4);
      }),
    );
  });
});
