import { describe, expect, it } from 'vitest';
import { compareRegister } from './compare-register.ts';
import { draftRegister } from './draft-register.ts';
import type { RegisterDraft } from './draft.ts';
import type { Cell } from './sheet.ts';

const columns: Cell[] = ['小区', '楼栋', '房号', '面积', '业主', '电话', '租户', '备注'];
const first: Cell[] = ['枫林湾', '1栋', '101', 89.5, '甲', '19900000001', '', '居民代表'];
const second: Cell[] = ['枫林湾', '1栋', '102', 89.5, '乙', '19900000002', '', ''];
const draft = (head: Cell[], ...lines: Cell[][]): RegisterDraft => {
  const reading = draftRegister([{ name: 's', rows: [head, ...lines].map((cells, i) => ({ row: i + 1, cells })) }]);
  if (!reading.ok) throw new Error(reading.refusal.code);
  return reading.value.draft;
};
const current = draft(columns, first, second);

describe('compareRegister', () => {
  it('finds nothing to do in the same file, in any spelling and order', () => {
    const again = draft(columns, second, [
      '枫林湾小区',
      '1号楼',
      '0101',
      '89.50㎡',
      '甲',
      '199-0000-0001',
      '/',
      '居民代表 高龄老人',
    ]);
    for (const file of [current, again]) {
      expect(compareRegister(current.dwellings, file)).toEqual({
        added: [],
        changed: [],
        missing: [],
        refused: [],
        same: 2,
      });
    }
  });

  it('tells added, changed and missing apart', () => {
    const newer = draft(
      columns,
      ['枫林湾', '1栋', '101', 90, '丙', '19900000003', '丁', ''],
      ['枫林湾', '1栋', '103', 89.5, '戊', '', '', ''],
    );
    const difference = compareRegister(current.dwellings, newer);
    expect(difference.added.map(({ key }) => key)).toEqual(['枫林湾/1//103']);
    expect(difference.missing.map(({ key }) => key)).toEqual(['枫林湾/1//102']);
    expect(difference.changed).toMatchObject([{ key: '枫林湾/1//101' }]);
    expect(difference.changed[0]?.fields).toEqual([
      { field: 'area', before: 8950, after: 9000 },
      { field: 'owner', before: '甲', after: '丙' },
      { field: 'phone', before: '19900000001', after: '19900000003' },
      { field: 'tenant', before: null, after: '丁' },
      { field: 'duties', before: 'representative', after: '' },
    ]);
  });

  it('leaves alone what the file has no column for', () => {
    const bare = draft(['小区', '楼栋', '房号', '面积', '业主'], first.slice(0, 5), second.slice(0, 5));
    expect(compareRegister(current.dwellings, bare)).toMatchObject({ changed: [], same: 2 });
  });

  it('does not call a dwelling missing because its row was refused', () => {
    const broken = draft(columns, first, ['枫林湾', '1栋', '102', '约九十', '乙', '19900000002', '', '']);
    const difference = compareRegister(current.dwellings, broken);
    expect(difference.missing).toEqual([]);
    expect(difference.refused.map(({ key }) => key)).toEqual(['枫林湾/1//102']);
  });

  it('says nothing about other compounds', () => {
    const other = draft(columns, ['望江台', '1栋', '101', 89.5, '甲', '', '', '']);
    expect(compareRegister(current.dwellings, other)).toMatchObject({ missing: [], same: 0 });
  });
});
