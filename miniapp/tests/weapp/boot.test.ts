// @vitest-environment node
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { bootWeapp, type Weapp } from './boot';

const dist = process.env['WEAPP_DIST'] ?? path.resolve(import.meta.dirname, '../../dist/weapp');
const built = fs.existsSync(path.join(dist, 'app.json'));
if (!built) console.log(`The WeChat build is not there (${path.basename(dist)}); \`pnpm e2e\` makes and boots it.`);

describe.runIf(built)('the WeChat build', () => {
  let app: Weapp | null = null;
  afterEach(() => app?.stop());

  it('opens its first page, without a server, and moves to the others', async () => {
    app = bootWeapp(dist, { base: 'http://127.0.0.1:9' });
    const { text, find, fire, wait, top, errors, templateWarnings } = app;
    await wait(() => text().includes('登录'));
    expect(top().path).toBe('pages/home/index');
    fire(find('.bd-button', '登录'), 'tap');
    await wait(() => top().path === 'account/pages/login/index' && text().includes('微信登录'));
    expect(find('.bd-nav-back')?.getAttribute('aria-label')).toBe('返回');
    expect(errors).toEqual([]);
    expect(templateWarnings).toEqual([]);
  });

  it('follows the dark theme', async () => {
    app = bootWeapp(dist, { base: 'http://127.0.0.1:9', theme: 'dark' });
    const { find, wait } = app;
    await wait(() => find('.bd-dark'));
    expect(find('.bd-light')).toBeUndefined();
  });

  it('is accepted by the official compilers of styles and templates', () => {
    // the compilers come without the right to run; a copy may have it
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bandeng-compilers-'));
    const root = path.dirname(createRequire(import.meta.url).resolve('miniprogram-compiler/package.json'));
    const system = process.platform === 'darwin' ? 'mac' : 'linux';
    const run = (tool: 'wcc' | 'wcsc', args: string[]) => {
      const copy = path.join(folder, tool);
      fs.copyFileSync(path.join(root, 'bin', system, tool), copy);
      fs.chmodSync(copy, 0o755);
      return spawnSync(copy, args, { cwd: dist, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    };
    const files = fs.readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((file) => `./${file}`);
    const styles = run('wcsc', ['-lc', ...files.filter((file) => file.endsWith('.wxss'))]);
    const templates = run('wcc', ['-d', ...files.filter((file) => /\.(wxml|wxs)$/.test(file))]);
    fs.rmSync(folder, { recursive: true });
    expect([styles.status, styles.stderr]).toEqual([0, '']);
    expect([templates.status, templates.stderr]).toEqual([0, '']);
  });
});
