import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftRegister, type DraftOptions } from './draft-register.ts';
import type { RegisterDraft } from './draft.ts';
import type { Cell, Sheet } from './sheet.ts';

const headings: Cell[] = [
  '楼栋',
  '单元',
  '房号',
  '建筑面积',
  '业主姓名',
  '联系电话',
  '共有人',
  '居住状态',
  '租户',
  '租户电话',
  '政治面貌',
  '备注',
];
const line = (...start: Cell[]): Cell[] => [
  ...start,
  ...(['1', '1', '101', 89.5, '钟一娟', '19979279598'] as Cell[]).slice(start.length),
];
const sheetOf = (name: string, ...lines: (readonly Cell[])[]): Sheet => ({
  name,
  rows: lines
    .map((cells, i) => ({ row: i + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== null && cell !== '')),
});
const draft = (sheets: Sheet[], options: DraftOptions = {}): RegisterDraft => {
  const reading = draftRegister(sheets, options);
  if (!reading.ok) throw new Error(reading.refusal.code);
  return reading.value.draft;
};
const check = (...lines: (readonly Cell[])[]) => draft([sheetOf('清册', headings, ...lines)]);
const codes = (result: RegisterDraft) => result.rejected.map(({ row, code }) => [row, code]);

describe('checkRegister', () => {
  it('reads a dwelling whole', () => {
    const [dwelling] = check([
      '3#',
      '二单元',
      '0101',
      '８９.５０㎡',
      '钟一娟',
      '199-7927-9598',
      '李四、王五',
      '出租',
      '张倩英',
      '19971716256',
      '中共党员',
      '居民代表 孕妇',
    ]).dwellings;
    expect(dwelling).toEqual({
      sheet: '清册',
      row: 2,
      compound: '',
      building: '3',
      unit: '2',
      room: '101',
      key: '/3/2/101',
      areaCentiM2: 8950,
      owner: { name: '钟一娟', phone: '19979279598', partyMember: true, developer: false },
      coOwners: ['李四', '王五'],
      tenant: { name: '张倩英', phone: '19971716256' },
      occupancy: 'rented',
      people: null,
      duties: ['representative'],
    });
  });

  it('refuses each fault with its code, row and column', () => {
    const result = check(
      line(''),
      line('1', '1', ''),
      line('1', '1', '103', ''),
      line('1', '1', '104', '约九十'),
      line('1', '1', '105', 89.5, ''),
      line('1', '1', '106', 89.5, '钟一娟', '1990000'),
      line('1', '1', '107'),
      line('1号楼', 1, '0107'),
    );
    expect(codes(result)).toEqual([
      [2, 'building-missing'],
      [3, 'room-missing'],
      [4, 'area-missing'],
      [5, 'area-invalid'],
      [6, 'owner-missing'],
      [7, 'phone-invalid'],
      [9, 'duplicate-dwelling'],
    ]);
    expect(result.rejected.map(({ column }) => column)).toEqual(['A', 'C', 'D', 'D', 'E', 'F', 'C']);
    expect(result.rejected[6]?.firstRow).toBe(8);
    expect(result.rejected[3]?.sentence.zh).toContain('第 5 行，D 列“建筑面积”写的是“约九十”');
    expect(result.rejected[3]?.sentence.en).toContain('Row 5, column D');
    expect(result.dwellings).toHaveLength(1);
  });

  it('lets a good row stand after a refused one for the same dwelling', () => {
    const result = check(line('1', '1', '101', ''), line());
    expect(codes(result)).toEqual([[2, 'area-missing']]);
    expect(result.dwellings[0]?.row).toBe(3);
  });

  it('refuses a tenant phone that is none', () => {
    const result = check([...line(), '', '出租', '张倩英', '123']);
    expect(result.rejected[0]).toMatchObject({ code: 'phone-invalid', column: 'J' });
  });

  it('passes over totals, signatures, repeated headings and section titles', () => {
    const result = check(
      ['1栋住户'],
      line(),
      headings,
      ['本栋小计', '', '', 89.5],
      ['合 计', '', '', '共1户'],
      ['审核人:', '', '', '', '', '制表人:'],
      ['注:本表一式两份'],
    );
    expect(result.rejected).toEqual([]);
    expect(result.skipped.map(({ reason }) => reason)).toEqual([
      'section',
      'heading',
      'total',
      'total',
      'signature',
      'signature',
    ]);
    expect(result.dwellings).toHaveLength(1);
  });

  it('does not pass over a person because of a name', () => {
    expect(check(['合计楼', '1', '101', 89.5, '钟一娟', '19979279598']).dwellings).toHaveLength(1);
  });

  it('counts buyers, not dwellings, and a developer once', () => {
    const { summary } = check(
      line('1', '1', '101'),
      line('1', '1', '102'),
      line('1', '1', '103', 100, '钟一娟', '19900000001'),
      line('1', '1', '104', 100, '枫林置业有限公司(未售)', ''),
      line('1', '1', '105', 100, '枫林置业有限公司', '02888888888'),
    );
    expect(summary).toMatchObject({ dwellings: 5, owners: 3, developerDwellings: 2, areaCentiM2: 47_900 });
  });

  it('accounts for every row: accepted, refused, passed over or blank; and totals are the sums of what was accepted', () => {
    const cell = fc.oneof(
      fc.constantFrom<Cell>(
        null,
        '',
        '1',
        '1栋',
        '101',
        89.5,
        '89.50㎡',
        '合计',
        '钟一娟',
        '19979279598',
        '-1',
        '未售',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 20 }), (lines) => {
        const result = check(...lines);
        const seen = [...result.dwellings, ...result.rejected, ...result.skipped].map(({ row }) => row);
        expect(new Set(seen).size).toBe(seen.length);
        const filled = lines.filter((cells) => cells.some((c) => c !== null && c !== '')).length;
        expect(seen.length).toBeLessThanOrEqual(filled);
        expect(new Set(result.dwellings.map(({ key }) => key)).size).toBe(result.summary.dwellings);
        expect(result.summary.areaCentiM2).toBe(result.dwellings.reduce((sum, d) => sum + d.areaCentiM2, 0));
        expect(result.summary.owners).toBeLessThanOrEqual(result.summary.dwellings);
      }),
    );
  });
});
