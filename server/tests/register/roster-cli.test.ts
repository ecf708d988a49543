import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { makeRegisterFile } from '../../src/demo/register-fixture.ts';
import { fixtureTotals } from '../../src/demo/register-rows.ts';

const server = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'roster-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (args: readonly string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/community/roster-cli.ts', ...args], {
    cwd: server,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });

describe('npm run roster -- check FILE', { timeout: 60_000 }, () => {
  it('prints the counts as JSON, of a file named from where npm was called', async () => {
    writeFileSync(join(folder, 'r.xlsx'), await makeRegisterFile());
    const { status, stdout } = run(['check', 'r.xlsx', '--json'], { INIT_CWD: folder });
    expect(status).toBe(0);
    const { rejected, ...totals } = fixtureTotals;
    const printed = JSON.parse(stdout) as { rejectedRows: { row: number; code: string }[] };
    expect(printed).toMatchObject(totals);
    expect(printed.rejectedRows).toHaveLength(rejected);
  });

  it('says in a sentence why a file cannot be read, and exits with 2', () => {
    writeFileSync(join(folder, 'broken.xlsx'), 'no spreadsheet');
    const broken = run(['check', join(folder, 'broken.xlsx')]);
    expect([broken.status, broken.stdout]).toEqual([2, '']);
    expect(broken.stderr).toContain('file-unreadable');
    expect(run(['check', join(folder, 'absent.xlsx')]).status).toBe(2);
    expect(run([]).stderr).toContain('npm run roster');
  });
});
