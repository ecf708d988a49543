import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compareRegister } from '@bandeng/shared/community/register/compare-register.ts';
import { describe, expect, it } from 'vitest';
import { draftFile, type FileDraft } from '../../src/community/register/draft-file.ts';
import { registerCounts, reportRegister } from '../../src/community/register/report-register.ts';
import { makeRegisterFile, registerFilename } from '../../src/demo/register-fixture.ts';
import { fixtureTotals } from '../../src/demo/register-rows.ts';

const read = async (bytes: Buffer, name: string): Promise<FileDraft> => {
  const draft = await draftFile(bytes, name);
  if (!draft.ok) throw new Error(draft.refusal.code);
  return draft.value;
};

describe('the demonstration register', () => {
  it('counts what it was made to hold', async () => {
    const { draft } = await read(await makeRegisterFile(), registerFilename);
    const { rejected, ...totals } = fixtureTotals;
    expect(draft.summary).toMatchObject(totals);
    expect(draft.rejected.map(({ row, code }) => [row, code])).toEqual([
      [44, 'area-invalid'],
      [106, 'duplicate-dwelling'],
      [159, 'owner-missing'],
    ]);
    expect(draft.rejected).toHaveLength(rejected);
    expect(draft.skipped.map(({ reason }) => reason)).toEqual(['total', 'signature']);
    expect(new Set(draft.dwellings.map(({ compound }) => compound))).toEqual(new Set(['枫林湾小区']));
  });

  it('changes nothing when it is read a second time', async () => {
    const once = await read(await makeRegisterFile(), registerFilename);
    const twice = await read(await makeRegisterFile(), registerFilename);
    expect(compareRegister(once.draft.dwellings, twice.draft)).toEqual({
      added: [],
      changed: [],
      missing: [],
      refused: [],
      same: fixtureTotals.dwellings,
    });
  });

  it('is reported to a person with every refused row', async () => {
    const report = reportRegister(await read(await makeRegisterFile(), registerFilename));
    expect(report).toContain('表头在第 3 行');
    expect(report).toContain('房屋 152 套');
    expect(report).toContain('第 44 行，E 列“建筑面积(㎡)”写的是“约九十”');
    expect(report).toContain('（与第 16 行相同）');
  });

  it('holds invented people only: every number begins with 199', async () => {
    const { draft } = await read(await makeRegisterFile(), registerFilename);
    const phones = draft.dwellings.flatMap(({ owner, tenant }) => [owner.phone, tenant?.phone ?? null]);
    expect(phones.filter((phone) => phone !== null && !/^199\d{8}$/.test(phone))).toEqual([]);
  });
});

const data = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const files = ['roster-fenglin.xlsx', 'roster-wulishuixiang.gbk.csv'];
const isPresent = files.every((file) => existsSync(data + file));

describe.skipIf(!isPresent)(`the registers of ../shared/data${isPresent ? '' : ' (absent here)'}`, () => {
  it.each(files)('%s gives the totals and refusals it is known to hold', async (file) => {
    const expectedPath = data + file.replace(/(?:\.gbk)?\.(?:xlsx|csv)$/, '.expected.json');
    const { note: _note, ...expected } = JSON.parse(readFileSync(expectedPath, 'utf8')) as Record<string, unknown> & {
      rejectedRows?: { row: number; code: string }[];
    };
    const counts = registerCounts(await read(readFileSync(data + file), file));
    const inOrder = [...(expected.rejectedRows ?? [])].sort((a, b) => a.row - b.row);
    expect(counts).toMatchObject({ ...expected, rejectedRows: inOrder });
    expect(counts.rejectedRows).toHaveLength(inOrder.length);
  });
});
