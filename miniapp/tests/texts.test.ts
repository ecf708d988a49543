import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { zhCN } from '@/i18n/zh-CN/index';

interface Catalogue {
  readonly readCatalogue: (language: string) => Map<string, string>;
  readonly keysNamedIn: (source: string, keys: ReadonlySet<string>) => Set<string>;
}
interface Babel {
  readonly transformSync: (code: string, options: object) => { readonly code: string };
}

const load = createRequire(import.meta.url);
const root = path.resolve(import.meta.dirname, '..');
const { readCatalogue, keysNamedIn } = load('../plugins/texts/catalogue.cjs') as Catalogue;
const babel = load('@babel/core') as Babel;

const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|i18n[\\/](zh-CN|en)[\\/]/.test(file))
  .map((file) => readFileSync(path.join(root, 'src', file), 'utf8'));

const plugin = path.join(root, 'plugins/texts/index.cjs');

const built = (code: string, languages: readonly string[]): string => {
  const filename = path.join(root, 'src/pages/some.ts');
  const plugins = [[plugin, { languages, whole: false }]];
  const generatorOpts = { jsescOption: { minimal: true } };
  return babel.transformSync(code, { filename, plugins, configFile: false, babelrc: false, generatorOpts }).code;
};

describe('the texts that the build gives to a module', () => {
  const keys = new Set(readCatalogue('zh-CN').keys());

  it('come from the whole catalogue', () => {
    const all = Object.entries(zhCN).flatMap(([section, texts]) => Object.keys(texts).map((name) => `${section}.${name}`));
    expect([...keys].sort()).toEqual(all.sort());
  });

  it('are those it names, and all that begin as it says', () => {
    expect([...keysNamedIn("t('ui.retry'); t(`mine.claim-${status}`)", keys)]).toEqual([
      'ui.retry',
      'mine.claim-waiting',
      'mine.claim-accepted',
      'mine.claim-refused',
      'mine.claim-withdrawn',
    ]);
    expect(keysNamedIn("open('ui.css'); t(name)", keys).size).toBe(0);
  });

  it('leave no text that nothing names: it would be missing on the page that shows it', () => {
    const named = new Set(sources.flatMap((source) => [...keysNamedIn(source, keys)]));
    const missing = [...keys].filter((key) => !named.has(key));
    expect(missing).toEqual([]);
  });

  it('are in the languages of the build: both in a mini-program, only Chinese on the web', () => {
    const code = "export const words = () => t('ui.retry');";
    expect(built(code, ['zh-CN'])).toContain(`("zh-CN", {\n  "ui.retry": "${zhCN.ui.retry}"\n})`);
    expect(built(code, ['zh-CN'])).not.toContain('Try again');
    expect(built(code, ['zh-CN', 'en'])).toContain(zhCN.ui.retry);
    expect(built(code, ['zh-CN', 'en'])).toContain('"ui.retry": "Try again"');
    expect(built('export const none = 1;', ['zh-CN', 'en'])).toBe('export const none = 1;');
  }, 30_000);
});
