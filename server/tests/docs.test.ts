import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { chainHash, genesis, recordText, type RecordEntry } from '@bandeng/shared/deliberation/record.ts';
import { fourTwo } from '@bandeng/shared/deliberation/workflows/four-two.ts';
import { communityApi } from '@bandeng/shared/community/api.ts';
import { calendarRows } from '@bandeng/shared/kernel/calendar-data.ts';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { socketPath } from '@bandeng/shared/platform/realtime.ts';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { placeRules, renderRules } from './docs/render-rules.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([whole, first]) => first ?? whole);

const readmes = ['README.md', 'README.zh-CN.md'];
const guides = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
const pages = [...readmes, ...guides.map((name) => `docs/${name}`)];
const everything = pages.map(read).join('\n');

const scriptsOf = (folder: string) =>
  Object.keys((JSON.parse(read(join(folder, 'package.json'))) as { scripts: Record<string, string> }).scripts);

const folderOf = (name: string) => name.replace('@bandeng/', '');

const fences = (text: string) => found(text, /^ *```\w*\n([\s\S]*?)^ *```/gm);
const withoutFences = (text: string) => text.replace(/^ *```[\s\S]*?^ *```/gm, '');
const codeSpans = (text: string) => found(withoutFences(text), /`([^`\n]+)`/g);

/** Names that the server reads from its environment, and those that the build of the pages reads. */
const serverVariables = found(read('server/src/config.ts'), /\b(?:given|integer|oneOf|url|secret)\(\s*'([A-Z_]+)'/g);
const buildVariables = found(read('miniapp/config/index.ts'), /process\.env\.([A-Z0-9_]+)/g).filter(
  (name) => name !== 'TARO_ENV',
);

describe('commands in the documentation', () => {
  const typed = [...codeSpans(everything), ...fences(everything)].join('\n');

  it.each([...new Set(found(typed, /\bnpm (?:run )?([a-z][\w:-]*)/g))])('npm run %s exists', (name) => {
    expect(scriptsOf('.')).toContain(name);
  });

  it.each([...new Set(found(typed, /--filter (@bandeng\/\w+ [\w:]+)/g))])('%s exists', (named) => {
    const [name = '', script] = named.split(' ');
    expect(scriptsOf(folderOf(name))).toContain(script);
  });

  it('asks for the version of Node that the package asks for', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    const least = engines.node.replace(/[^\d.]/g, '');
    for (const page of readmes) expect(read(page)).toContain(`Node ${least}`);
  });
});

describe('paths in the documentation', () => {
  const spoken = [...codeSpans(everything), ...found(everything, /\b(server\/\S+\.m?[jt]s)\b/g)];
  const inRepository = /^(server|shared|miniapp|docs|\.ci)\/[\w./@-]+$/;
  const named = [...new Set(spoken)].filter((text) => inRepository.test(text) && !text.includes('/dist'));

  it('are many', () => expect(named.length).toBeGreaterThan(30));
  it.each(named)('%s exists', (path) => expect(existsSync(join(root, path))).toBe(true));

  const links = pages.flatMap((page) =>
    found(read(page), /\]\(([^)\s]+)\)/g)
      .filter((target) => !/^https?:/.test(target))
      .map((target): [string, string] => [page, target]),
  );
  it.each(links)('%s links to %s', (page, target) => {
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? page : relative(root, join(root, dirname(page), path));
    expect(existsSync(join(root, file))).toBe(true);
    if (anchor === undefined) return;
    const anchorOf = (title: string) => title.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, '').replace(/ /g, '-');
    expect(found(read(file), /^#+ (.+)$/gm).map(anchorOf)).toContain(anchor);
  });

  it('of the API are served', () => {
    const operations = Object.values<{ path: string }>({ ...platformApi, ...communityApi, ...deliberationApi });
    const served = [...operations.map(({ path }) => path), socketPath, '/api/docs', '/metrics', '/api/wechat/events'];
    const addresses = codeSpans(everything).filter((text) => /^\/(api\/|metrics)/.test(text));
    expect(addresses.length).toBeGreaterThan(3);
    expect(addresses.filter((path) => !served.includes(path))).toEqual([]);
  });
});

describe('environment variables', () => {
  it.each(readmes)('%s lists exactly those that the server reads', (page) => {
    expect(found(read(page), /^\| `([A-Z_]+)` \|/gm).sort()).toEqual([...new Set(serverVariables)].sort());
  });

  it.each(readmes)('%s gives the defaults that hold', (page) => {
    const secrets = { JWT_SECRET: 'a'.repeat(32), RECEIPT_SECRET: 'b'.repeat(32) };
    const config = readConfig(secrets);
    const { baseUrl } = readConfig({ ...secrets, WECHAT_APPID: 'wx', WECHAT_SECRET: 'secret' }).wechat ?? {};
    const given = Object.fromEntries(
      [...read(page).matchAll(/^\| `([A-Z_]+)` \| `([^`]+)` \|/gm)].map(([, name = '', value]) => [name, value]),
    );
    expect(given).toEqual({
      NODE_ENV: config.production ? 'production' : 'development',
      HOST: config.host,
      PORT: `${config.port}`,
      PUBLIC_URL: config.publicUrl,
      DATA_DIR: relative(root, config.dataDir),
      DEMO: config.demo ? 'on' : 'off',
      WECHAT_BASE_URL: baseUrl,
      WECHAT_MINIAPP_STATE: config.miniappState,
      LOG_LEVEL: config.logLevel,
      REQUESTS_PER_MINUTE: `${config.requestsPerMinute}`,
      MAX_LAG_MS: `${config.maxLagMs}`,
      TRUSTED_PROXIES: `${config.trustedProxies}`,
    });
  });

  it('are named only where something reads them, and all of the build are named', () => {
    const known = [...serverVariables, ...buildVariables];
    const spoken = [
      ...codeSpans(everything).flatMap((text) => found(text, /^([A-Z][A-Z0-9]*_[A-Z0-9_]+)(?:=.*)?$/g)),
      ...found(everything, /(?:^|\s)([A-Z][A-Z0-9_]+)=\S/gm),
    ];
    expect(spoken.filter((name) => !known.includes(name))).toEqual([]);
    expect(buildVariables.filter((name) => !spoken.includes(name))).toEqual([]);
  });
});

describe('the two READMEs', () => {
  const shape = (page: string) => found(withoutFences(read(page)), /^(#+) /gm);
  const commands = (page: string) => found(read(page), /^ *((?:npm|[A-Z_]+=)[^#\n]*)/gm).map((line) => line.trim());

  it('have the same headings', () => expect(shape('README.zh-CN.md')).toEqual(shape('README.md')));
  it('name the same commands', () => expect(commands('README.zh-CN.md')).toEqual(commands('README.md')));
  it('show the same pictures', () => {
    const pictures = (page: string) => found(read(page), /!\[[^\]]*\]\(([^)]+)\)/g);
    expect(pictures('README.zh-CN.md')).toEqual(pictures('README.md'));
  });
});

describe('docs/rules.md', () => {
  const page = read('docs/rules.md');

  it('is what the code says', () => {
    expect(page).toBe(placeRules(page, renderRules(fourTwo, calendarRows)));
  });

  const matterId = 'matter-1';
  const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
  const chain = ['一', 'second "two"\n', '{"by":"王工","n":3}'].reduce<RecordEntry[]>((entries, body, i) => {
    const previous = entries.at(-1)?.hash ?? genesis;
    const facts = { matterId, seq: i + 1, at: 1_786_748_400_000 + i, kind: 'comment-added', actor: '王工', body };
    return [...entries, { ...facts, previous, hash: chainHash(previous, recordText(facts), sha256) }];
  }, []);
  const folder = mkdtempSync(join(tmpdir(), 'bandeng-docs-'));
  const [printed = ''] = found(page, /```js\n([\s\S]*?)```/g);
  writeFileSync(join(folder, 'verify.mjs'), printed);
  const verify = (items: readonly RecordEntry[]) => {
    writeFileSync(join(folder, 'record.json'), JSON.stringify({ matterId, items }));
    return spawnSync(process.execPath, ['verify.mjs', 'record.json'], { cwd: folder, encoding: 'utf8' });
  };

  it('prints a verifier that accepts a whole record', () => {
    const { status, stdout } = verify(chain);
    expect(status).toBe(0);
    expect(stdout).toContain(`3 entries, last ${chain.at(-1)?.hash ?? ''}, 0 withheld`);
  });

  it.each([0, 1, 2])('prints a verifier that finds a changed entry %i', (at) => {
    const { status, stderr } = verify(chain.map((entry, i) => (i === at ? { ...entry, body: 'changed' } : entry)));
    expect(status).toBe(1);
    expect(stderr).toContain(`broken at entry ${at + 1}`);
  });

  it('prints a verifier that finds a missing entry', () => {
    expect(verify(chain.filter((_, i) => i !== 1)).stderr).toContain('broken at entry 2');
  });
});
