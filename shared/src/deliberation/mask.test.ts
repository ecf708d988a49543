import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeLabel, composePublicLabel, maskDwelling, maskName, maskPhones } from './mask.ts';

describe('maskName', () => {
  it.each([
    ['张三', '张*'],
    ['王小明', '王*'],
    ['欧阳梅', '欧阳*'],
    ['诸葛孔明', '诸葛*'],
    ['欧阳', '欧*'],
    ['第五', '第*'],
    ['张', '张*'],
    ['王工', '王*'],
    ['Ann Lee', 'A*'],
    ['阿依古丽·买买提', '阿*'],
    [' 李四 ', '李*'],
    ['𠮷田', '𠮷*'],
    ['', '*'],
  ])('%s → %s', (name, masked) => expect(maskName(name)).toBe(masked));
  it('shows two characters at most, and never the last of a name that has several', () => {
    fc.assert(
      fc.property(
        fc
          .string({ unit: 'grapheme', minLength: 2, maxLength: 6 })
          .map((s) => s.trim())
          .filter((s) => Array.from(s).length > 1),
        (name) => {
          const shown = Array.from(maskName(name).slice(0, -1));
          expect(shown.length).toBeLessThanOrEqual(2);
          expect(shown.length).toBeLessThan(Array.from(name).length);
        },
      ),
    );
  });
});

describe('maskDwelling', () => {
  it.each([
    ['3-2-101', '3-2-***'],
    ['3栋2单元101', '3栋2单元***'],
    ['3栋2单元101室', '3栋2单元***'],
    ['12-1-1502A', '12-1-***'],
    ['A座1201', 'A座***'],
    ['101', '***'],
    ['商铺B', '商铺***'],
    ['３－２－１０１', '３－２－***'],
    ['', '***'],
    ['后院', '***'],
  ])('%s → %s', (label, masked) => expect(maskDwelling(label)).toBe(masked));
  it('never shows the room', () => {
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.nat(9),
        fc.integer({ min: 1000, max: 9999 }),
        fc.constantFrom('', '室', '号', 'A', '（北）'),
        (building, unit, room, tail) => !maskDwelling(`${building}-${unit}-${room}${tail}`).includes(String(room)),
      ),
    );
  });
});

describe('labels', () => {
  it.each([
    ['王工', '3-2-101', '王工 3-2-101', '王* 3-2-***'],
    ['王工', null, '王工', '王*'],
    ['王工', '', '王工', '王*'],
  ])('%s at %s → %s, in public %s', (name, dwelling, label, publicLabel) => {
    expect(composeLabel(name, dwelling)).toBe(label);
    expect(composePublicLabel(name, dwelling)).toBe(publicLabel);
  });
});

describe('maskPhones', () => {
  it.each([
    ['请打 13812345678 找我', '请打 138****5678 找我'],
    ['13812345678、19987654321', '138****5678、199****4321'],
    ['找 138 1234 5678 或 139-8765-4321。', '找 138****5678 或 139****4321。'],
    ['13812345678 13987654321', '138****5678 139****4321'],
    ['138　1234　5678', '138****5678'],
    ['账号 138-1234-56789', '账号 138-1234-56789'],
    ['合同号 2026138123456789', '合同号 2026138123456789'],
    ['电话 0716-6012345', '电话 0716-6012345'],
  ])('%s → %s', (text, masked) => {
    expect(maskPhones(text)).toBe(masked);
  });
});
