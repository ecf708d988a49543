import { describe, expect, it } from 'vitest';
import { correctHeadings, findHeadings } from './find-headings.ts';
import type { Cell, Sheet } from './sheet.ts';
import { columnLetter } from './sheet.ts';
import { spreadMerges } from './spread-merges.ts';

const sheetOf = (...lines: (readonly Cell[])[]): Sheet => ({
  name: 'Sheet1',
  rows: lines.map((cells, i) => ({ row: i + 1, cells })).filter(({ cells }) => cells.length > 0),
});
const mapped = (sheet: Sheet) =>
  Object.fromEntries(Object.entries(findHeadings(sheet)?.mapping ?? {}).filter(([, index]) => index !== null));

const data: Cell[] = ['1栋', '1单元', '101', 89.5, '钟一娟', '19979279598'];

describe('findHeadings', () => {
  it('finds the row under titles and blank lines', () => {
    const sheet = sheetOf(
      ['枫林湾小区业主清册'],
      ['填表单位:社区居委会', null, null, null, '填表日期:2026年10月28日'],
      [],
      ['楼栋', '单元', '房号', '建筑面积(㎡)', '业主姓名', '联系电话'],
      data,
    );
    expect(findHeadings(sheet)?.row).toBe(4);
    expect(mapped(sheet)).toEqual({ building: 0, unit: 1, room: 2, area: 3, owner: 4, phone: 5 });
  });

  it('understands other words for the same columns', () => {
    const words: Cell[] = [
      '园 区',
      '幢',
      '门牌',
      '专有面积（平方米）',
      '产权人',
      '手机号码',
      '使用情况',
      '承租人',
      '承租人电话',
      '家庭人数',
    ];
    expect(mapped(sheetOf(words))).toEqual({
      compound: 0,
      building: 1,
      room: 2,
      area: 3,
      owner: 4,
      phone: 5,
      occupancy: 6,
      tenant: 7,
      tenantPhone: 8,
      people: 9,
    });
  });

  it('prefers the exclusive area to the inner area, and leaves the loser unmapped', () => {
    const sheet = sheetOf(['房号', '套内面积', '建筑面积', '业主']);
    expect(mapped(sheet)).toEqual({ room: 0, area: 2, owner: 3 });
    expect(findHeadings(sheet)?.columns[1]).toMatchObject({ field: null, confidence: 'none', heading: '套内面积' });
  });

  it('never takes an identity number or a parking space for something else', () => {
    expect(mapped(sheetOf(['房号', '面积', '业主', '业主身份证号', '车位面积', '共有人电话']))).toEqual({
      room: 0,
      area: 1,
      owner: 2,
    });
  });

  it('reads headings in two rows through merged cells', () => {
    const sheet = spreadMerges({
      ...sheetOf(
        ['房屋信息', null, null, '业主信息', null, '租户信息', null],
        ['楼栋', '房号', '面积', '姓名', '电话', '姓名', '电话'],
        ['1栋', '101', 89.5, '钟一娟', '19979279598', '', ''],
      ),
      merges: [
        { top: 1, bottom: 1, left: 0, right: 2 },
        { top: 1, bottom: 1, left: 3, right: 4 },
        { top: 1, bottom: 1, left: 5, right: 6 },
      ],
    });
    expect(findHeadings(sheet)?.row).toBe(2);
    expect(mapped(sheet)).toEqual({ building: 0, room: 1, area: 2, owner: 3, phone: 4, tenant: 5, tenantPhone: 6 });
  });

  it('reads them without merges too, as a csv has them', () => {
    const sheet = sheetOf(
      ['楼栋', '房号', '面积', '业主', '', '租户', ''],
      ['', '', '', '姓名', '电话', '姓名', '电话'],
      ['1栋', '101', 89.5, '钟一娟', '19979279598', '', ''],
    );
    expect(mapped(sheet)).toEqual({ building: 0, room: 1, area: 2, owner: 3, phone: 4, tenant: 5, tenantPhone: 6 });
  });

  it('gives a second phone beside the tenant to the tenant', () => {
    expect(mapped(sheetOf(['房号', '面积', '业主', '电话', '租户', '电话']))).toMatchObject({
      phone: 3,
      tenant: 4,
      tenantPhone: 5,
    });
  });

  it('knows a column that holds whole addresses', () => {
    expect(mapped(sheetOf(['楼栋-单元-房号', '建筑面积', '业主']))).toEqual({ address: 0, area: 1, owner: 2 });
  });

  it('finds none in a sheet of totals or of notes', () => {
    expect(findHeadings(sheetOf(['月份', '收入', '支出'], ['1月', 3, 4]))).toBeNull();
    expect(findHeadings(sheetOf(data, data))).toBeNull();
    expect(findHeadings({ name: 'empty', rows: [] })).toBeNull();
  });

  it('shows the first values below each heading', () => {
    const sheet = sheetOf(['房号', '面积', '业主'], ['101', 89.5, '钟一娟'], ['', '', ''], ['102', '', '文琳轩']);
    expect(findHeadings(sheet)?.columns.map((column) => column.samples)).toEqual([
      ['101', '102'],
      ['89.5'],
      ['钟一娟', '文琳轩'],
    ]);
  });
});

describe('correctHeadings', () => {
  it('moves a field, and takes the column from the field that had it', () => {
    const sheet = sheetOf(['房号', '面积', '姓名', '联系人'], ['101', 89.5, '钟一娟', '文琳轩']);
    const corrected = correctHeadings(sheet, findHeadings(sheet), { mapping: { owner: 3, coOwners: 2 } });
    expect(corrected.mapping).toMatchObject({ room: 0, area: 1, owner: 3, coOwners: 2 });
    const freed = correctHeadings(sheet, findHeadings(sheet), { mapping: { building: 2 } });
    expect(freed.mapping).toMatchObject({ building: 2, owner: null });
  });
  it('works without any heading row', () => {
    const sheet = sheetOf(data);
    const made = correctHeadings(sheet, null, {
      row: 0,
      mapping: { building: 0, unit: 1, room: 2, area: 3, owner: 4 },
    });
    expect(made.row).toBe(0);
    expect(made.columns[4]).toMatchObject({ field: 'owner', samples: ['钟一娟'] });
  });
});

describe('columnLetter', () => {
  it('names columns as a spreadsheet does', () => {
    expect([0, 4, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'E', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
