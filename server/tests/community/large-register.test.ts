import { communityApi as api } from '@bandeng/shared/community/api.ts';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp } from '../platform/test-app.ts';
import { foundTestCommunity } from './found.ts';
import { importFile } from './import-file.ts';

const path = fileURLToPath(new URL('../../../../shared/data/roster-wulishuixiang.gbk.csv', import.meta.url));
const isHere = existsSync(path);
if (!isHere) process.stderr.write('skipped: ../shared/data/roster-wulishuixiang.gbk.csv is not here\n');

describe.skipIf(!isHere).each(engines)('the register of the largest community on %s', (engine) => {
  it('is imported whole, and the same again changes nothing', { timeout: 120_000 }, async () => {
    const t = await buildTestApp({ engine });
    const c = await foundTestCommunity(t);
    const file = readFileSync(path);
    const { checked, done } = await importFile(t, c, '五里水乡.csv', file);
    expect(checked).toMatchObject({
      encoding: 'GBK',
      summary: { dwellings: 12_640, people: 35_340, areaCentiM2: 119_905_853 },
    });
    expect(done).toMatchObject({ status: 'done', progress: { done: 12_640, total: 12_640 } });
    const { areas } = await t.as(c.admin).get(api.listAreas, { params: c.params });
    expect(areas[0]?.dwellings).toBe(12_640);
    const second = await importFile(t, c, '五里水乡.csv', file, true);
    expect(second.checked.difference).toMatchObject({ added: 0, changed: 0, missing: 0, same: 12_640 });
    await t.close();
  });
});
