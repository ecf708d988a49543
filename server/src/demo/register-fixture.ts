import excel from 'exceljs';
import { registerRows, type FixtureRow } from './register-rows.ts';

/** Name under which the demonstration register is imported. */
export const registerFilename = '枫林湾小区业主清册.xlsx';

const headings = [
  '序号',
  '楼栋',
  '单元',
  '房号',
  '建筑面积(㎡)',
  '业主姓名',
  '联系电话',
  '共有人',
  '居住状态',
  '租户',
  '租户电话',
  '政治面貌',
  '备注',
];

/** Three rows that an import must refuse: one dwelling twice, an area that is a guess, no owner. */
const withMistakes = (rows: readonly FixtureRow[]): FixtureRow[] => {
  const [first, second] = [rows[12], rows[80]];
  if (first === undefined || second === undefined) throw new Error('the register is too short for its mistakes');
  const guess = { ...second, room: '9901', area: '约九十', remark: '', politics: '群众' as const };
  const nobody = { ...second, room: '9902', owner: '', remark: '', politics: '群众' as const };
  return [...rows.slice(0, 40), guess, ...rows.slice(40, 100), { ...first }, ...rows.slice(100), nobody];
};

/**
 * The register of the Fenglin compound as its committee keeps it, an .xlsx file: a title over merged cells, headings in
 * the third row, four spellings of a building, full-width digits, ㎡ in numbers, a blank line, a total and signatures.
 * The cells are the same on every call. The people are invented.
 */
export const makeRegisterFile = async (): Promise<Buffer> => {
  const book = new excel.Workbook();
  const sheet = book.addWorksheet('业主清册');
  sheet.addRow(['枫林湾小区业主清册']);
  sheet.mergeCells(1, 1, 1, headings.length);
  sheet.addRow(['填表单位:社区居委会', ...new Array<string>(10).fill(''), '填表日期:2026年10月28日']);
  sheet.addRow(headings);
  const rows = withMistakes(registerRows());
  rows.forEach((row, i) => {
    if (i === 76) sheet.addRow([]);
    const { building, unit, room, area, owner, phone, coOwner, occupancy, tenant, tenantPhone, politics, remark } = row;
    sheet.addRow([
      i + 1,
      building,
      unit,
      room,
      area,
      owner,
      phone,
      coOwner,
      occupancy,
      tenant,
      tenantPhone,
      politics,
      remark,
    ]);
  });
  sheet.addRow([]);
  sheet.addRow(['合计', '', '', `共${rows.length}户`]);
  sheet.addRow(['审核人:', '', '', '', '', '制表人:']);
  return Buffer.from(await book.xlsx.writeBuffer());
};
