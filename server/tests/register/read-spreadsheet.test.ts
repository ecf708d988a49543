import { deflateRawSync } from 'node:zlib';
import excel from 'exceljs';
import fc from 'fast-check';
import { encode } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { draftFile } from '../../src/community/register/draft-file.ts';
import { limits } from '../../src/community/register/limits.ts';
import { packZip } from '../../src/community/register/pack-zip.ts';
import { readSpreadsheet } from '../../src/community/register/read-spreadsheet.ts';
import { unpackZip } from '../../src/community/register/unpack-zip.ts';
import { makeRegisterFile } from '../../src/demo/register-fixture.ts';

const csv =
  '小区,楼栋,房号,建筑面积(㎡),业主姓名\r\n枫林湾,1栋,101,89.50,钟一娟\r\n\r\n枫林湾,1栋,102,"1,089.50","文\n琳轩"\r\n';
const code = async (file: Buffer, name: string): Promise<string> => {
  const reading = await readSpreadsheet(file, name);
  return reading.ok ? 'read' : reading.refusal.code;
};
const book = async (fill: (sheet: excel.Worksheet, book: excel.Workbook) => void): Promise<Buffer> => {
  const made = new excel.Workbook();
  fill(made.addWorksheet('清册'), made);
  return Buffer.from(await made.xlsx.writeBuffer());
};

describe('a csv', () => {
  it.each([
    ['utf8', 'UTF-8', {}],
    ['utf8', 'UTF-8', { addBOM: true }],
    ['gbk', 'GBK', {}],
    ['utf-16le', 'UTF-16', { addBOM: true }],
  ] as const)('reads the same in %s (%s)', async (encoding, said, options) => {
    const reading = await draftFile(encode(csv, encoding, options), '清册.csv');
    expect(reading).toMatchObject({ ok: true, value: { file: { type: 'csv', encoding: said } } });
    if (!reading.ok) return;
    const { dwellings } = reading.value.draft;
    expect(dwellings.map(({ row, areaCentiM2, owner }) => [row, areaCentiM2, owner.name])).toEqual([
      [2, 8950, '钟一娟'],
      [4, 108_950, '文琳轩'],
    ]);
  });

  it('reads a name that GBK has not from GB18030', async () => {
    const reading = await draftFile(encode(csv.replace('钟一娟', '𠮷一娟'), 'gb18030'), 'a.csv');
    expect(reading).toMatchObject({ ok: true, value: { file: { encoding: 'GB18030' } } });
    if (reading.ok) expect(reading.value.draft.dwellings[0]?.owner.name).toBe('𠮷一娟');
  });

  it('may be parted by tabs or semicolons', async () => {
    for (const separator of ['\t', ';']) {
      const text = '楼栋,房号,面积,业主\n1,101,89.5,钟一娟\n'.replaceAll(',', separator);
      const reading = await draftFile(Buffer.from(text), 'a.txt');
      expect(reading.ok && reading.value.draft.summary.dwellings).toBe(1);
    }
  });
});

describe('an xlsx', () => {
  it('gives numbers, texts, rich text, formulas and merged blocks, and leaves hidden sheets out', async () => {
    const file = await book((sheet, made) => {
      sheet.getCell('A3').value = { richText: [{ text: '1' }, { text: '栋' }] };
      sheet.getCell('B3').value = { formula: '40+49.5', result: 89.5 };
      sheet.getCell('C3').value = '101';
      sheet.getCell('D3').value = { text: '钟一娟', hyperlink: 'https://example.invalid' };
      sheet.mergeCells('A3:A4');
      sheet.getCell('C4').value = 102;
      made.addWorksheet('旧', { state: 'hidden' }).addRow(['旧']);
    });
    const reading = await readSpreadsheet(file, 'a.xlsx');
    expect(reading.ok && reading.value.sheets).toEqual([
      {
        name: '清册',
        rows: [
          { row: 3, cells: ['1栋', 89.5, '101', '钟一娟'] },
          { row: 4, cells: [null, null, 102] },
        ],
        merges: [{ top: 3, bottom: 4, left: 0, right: 0 }],
      },
    ]);
  });

  it('is known by its content, whatever it is called', async () => {
    expect(await code(await makeRegisterFile(), 'register.csv')).toBe('read');
  });
});

describe('a file that is no register', () => {
  it('is refused with a code', async () => {
    const oldExcel = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    expect(await code(oldExcel, 'a.xls')).toBe('unsupported-type');
    expect(await code(oldExcel, 'a.xlsx')).toBe('unsupported-type');
    expect(await code(Buffer.from('%PDF-1.7'), 'a.pdf')).toBe('unsupported-type');
    expect(await code(Buffer.from('a\0b'), 'a.csv')).toBe('unsupported-type');
    expect(await code(Buffer.from([0x81, 0xff, 0xff, 0xff]), 'a.csv')).toBe('file-unreadable');
    expect(await code(Buffer.from('"a'), 'a.csv')).toBe('file-unreadable');
    expect(await code(Buffer.from('hello'), 'a.xlsx')).toBe('file-unreadable');
    expect(await code(Buffer.alloc(0), 'a.csv')).toBe('file-unreadable');
    expect(await code(packZip(new Map([['word/document.xml', Buffer.from('<a/>')]])), 'a.docx')).toBe(
      'file-unreadable',
    );
    expect(await code(Buffer.alloc(limits.fileBytes + 1, 'a'), 'a.csv')).toBe('too-large');
  });

  it('is refused when it has too many rows or columns', async () => {
    expect(await code(Buffer.from('a,b\n'.repeat(limits.rows + 1)), 'a.csv')).toBe('too-large');
    expect(await code(Buffer.from(`${','.repeat(limits.columns)}x\n`), 'a.csv')).toBe('too-large');
    expect(await code(await book((sheet) => (sheet.getCell(1, limits.columns + 1).value = 'x')), 'a.xlsx')).toBe(
      'too-large',
    );
    expect(await code(await book((sheet) => (sheet.getCell(limits.rows + 1, 1).value = 'x')), 'a.xlsx')).toBe(
      'too-large',
    );
  });

  it('is refused when a few bytes unfold to more than the bound, or merge whole sheets', async () => {
    const parts = new Map([
      ['xl/_rels/workbook.xml.rels', Buffer.from('<Relationships/>')],
      ['xl/workbook.xml', Buffer.from('<workbook/>')],
    ]);
    const bomb = packZip(
      new Map([...parts, ['xl/worksheets/sheet1.xml', deflateRawSync(Buffer.alloc(limits.inflatedBytes + 1))]]),
    );
    // The directory's compression method of the last entry: deflate.
    const entry = bomb.lastIndexOf(Buffer.from('504b0102', 'hex'));
    bomb.writeUInt16LE(8, entry + 10);
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await code(bomb, 'a.xlsx')).toBe('too-large');

    const merged = `<worksheet><sheetData/><mergeCells>${'<mergeCell ref="A1:CV100000"/>'.repeat(2)}</mergeCells></worksheet>`;
    expect(await code(packZip(new Map([...parts, ['xl/worksheets/sheet1.xml', Buffer.from(merged)]])), 'a.xlsx')).toBe(
      'too-large',
    );
  });

  it('never throws, however its bytes or its XML are damaged', async () => {
    const whole = await makeRegisterFile();
    const parts = unpackZip(whole, () => true);
    if (typeof parts === 'string') throw new Error(parts);
    const files = [whole, packZip(parts)];
    const expected = /^(file-unreadable|too-large|headings-not-found|column-missing)$/;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
        fc.integer({ min: 0, max: 4_000 }),
        async (file, flips, cut) => {
          const damaged = Buffer.from(file.subarray(0, file.length - Math.max(0, cut - 2_000)));
          for (const [at, byte] of flips) damaged[at % damaged.length] = byte;
          const reading = await draftFile(damaged, 'a.xlsx');
          if (!reading.ok) expect(reading.refusal.code).toMatch(expected);
        },
      ),
      { numRuns: 80 },
    );
  });
});
