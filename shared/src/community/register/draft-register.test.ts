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
const codes = (result: RegisterDraft) => result.rejected.map(({ row, code }) => [row, code]);

describe('draftRegister', () => {
  it('takes numbered but empty lines for blank', () => {
    const reading = draft([sheetOf('s', ['序号', ...headings], [1, ...line()], [2], [3])]);
    expect([reading.dwellings.length, reading.rejected.length, reading.skipped.length]).toEqual([1, 0, 0]);
  });

  it('reads addresses from one column', () => {
    const rows: Cell[][] = [
      ['3-2-101', 89.5, '甲'],
      ['3栋2单元102室', 89.5, '乙'],
      ['3号楼2-0101', 89.5, '丙'],
      ['看不懂', 89.5, '丁'],
    ];
    const result = draft([sheetOf('s', ['房屋地址', '建筑面积', '业主'], ...rows)]);
    expect(result.dwellings.map(({ key }) => key)).toEqual(['/3/2/101', '/3/2/102']);
    expect(codes(result)).toEqual([
      [4, 'duplicate-dwelling'],
      [5, 'building-missing'],
    ]);
  });

  it('reads whole addresses out of the room column', () => {
    const withBuilding = draft([
      sheetOf('s', ['楼栋', '房号', '面积', '业主'], ['3栋', '2-101', 89.5, '甲'], ['3栋', '3-2-102', 89.5, '乙']),
    ]);
    expect(withBuilding.dwellings.map(({ key }) => key)).toEqual(['/3/2/101', '/3/2/102']);
    const alone = draft([sheetOf('s', ['房号', '面积', '业主'], ['3-2-101', 89.5, '甲'])]);
    expect(alone.dwellings[0]?.key).toBe('/3/2/101');
  });

  it('parts a unit from the building it is written with', () => {
    const columns: Cell[] = ['楼号', '房屋编号', '面积', '业主'];
    const result = draft([sheetOf('s', columns, ['3栋2单元', '101', 89.5, '甲'], ['三号楼二门', '102', 89.5, '乙'])]);
    expect(result.dwellings.map(({ key }) => key)).toEqual(['/3/2/101', '/3/2/102']);
  });

  it('takes the compound from the title, a column or the caller', () => {
    const body = [headings, line()];
    expect(draft([sheetOf('s', ['枫林湾小区业主清册'], ...body)]).dwellings[0]?.compound).toBe('枫林湾小区');
    expect(draft([sheetOf('s', ...body)], { compound: '香郡' }).dwellings[0]?.compound).toBe('香郡');
    const column = draft([sheetOf('s', ['枫林湾小区业主清册'], ['小区', ...headings], ['望江台', ...line()])]);
    expect(column.dwellings[0]?.compound).toBe('望江台');
  });

  it('reads one sheet per building, and finds duplicates across them', () => {
    const columns: Cell[] = ['单元', '房号', '面积', '业主'];
    const result = draft([
      sheetOf('1栋', columns, ['1', '101', 89.5, '甲']),
      sheetOf('2号楼', columns, ['1', '101', 89.5, '乙'], ['1', '101', 89.5, '丙']),
      sheetOf('说明', ['本表由社区填写']),
    ]);
    expect(result.dwellings.map(({ key }) => key)).toEqual(['/1/1/101', '/2/1/101']);
    expect(result.rejected[0]).toMatchObject({ sheet: '2号楼', row: 3, firstRow: 2 });
    expect(result.rejected[0]?.sentence.zh).toContain('工作表“2号楼”');
  });

  it('spreads a merged building or owner, and never a merged area', () => {
    const sheet = {
      ...sheetOf('s', headings, line(), ['', '', '102', '', '', '']),
      merges: [0, 1, 3, 4, 5].map((column) => ({ top: 2, bottom: 3, left: column, right: column })),
    };
    const result = draft([sheet]);
    expect(result.dwellings).toHaveLength(1);
    expect(result.rejected).toMatchObject([{ row: 3, code: 'area-missing', key: '/1/1/102' }]);
  });

  it('refuses a file in which columns cannot be told, until they are named', () => {
    const unknown = sheetOf('s', ['甲', '乙', '丙', '丁'], ['1', '101', 89.5, '钟一娟']);
    expect(draftRegister([unknown])).toMatchObject({ ok: false, refusal: { code: 'headings-not-found' } });
    const noArea = sheetOf('s', ['楼栋', '房号', '业主'], ['1', '101', '钟一娟']);
    expect(draftRegister([noArea])).toMatchObject({
      ok: false,
      refusal: { code: 'column-missing', details: { fields: 'area' } },
    });
    const named = { corrections: { s: { row: 1, mapping: { building: 0, room: 1, area: 2, owner: 3 } } } };
    expect(draft([unknown], named).dwellings[0]).toMatchObject({ key: '/1//101', areaCentiM2: 8950, unit: null });
  });
});
