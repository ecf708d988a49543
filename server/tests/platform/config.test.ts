import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'bandeng-config-'));

const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://bandeng.example',
  JWT_SECRET: 'j'.repeat(32),
  RECEIPT_SECRET: 'r'.repeat(32),
};

const problemsOf = (env: Record<string, string>) => {
  try {
    readConfig({ DATA_DIR: folder(), ...env });
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe('configuration', () => {
  it('needs nothing for an embedded server with demonstration accounts', () => {
    const config = readConfig({ DATA_DIR: folder() });
    expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, publicUrl: 'http://127.0.0.1:3000', databaseUrl: null, demo: true });
    expect(config.jwtSecret).not.toBe(config.receiptSecret);
  });

  it('makes secrets once and finds them again', () => {
    const DATA_DIR = folder();
    const first = readConfig({ DATA_DIR });
    expect(readConfig({ DATA_DIR })).toEqual(first);
    expect(readConfig({ DATA_DIR: folder() }).jwtSecret).not.toBe(first.jwtSecret);
  });

  it('accepts a complete production environment', () => {
    expect(readConfig({ DATA_DIR: folder(), ...production })).toMatchObject({ production: true, demo: false });
  });

  it.each([
    [{ PORT: '80x' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ PUBLIC_URL: 'example' }, 'PUBLIC_URL'],
    [{ DEMO: 'yes' }, 'DEMO'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ JWT_SECRET: 'short' }, 'JWT_SECRET'],
    [{ WECHAT_APPID: 'wx' }, 'WECHAT_SECRET'],
    [{ ...production, DEMO: 'on' }, 'DEMO'],
    [{ ...production, JWT_SECRET: '' }, 'JWT_SECRET'],
    [{ ...production, RECEIPT_SECRET: production.JWT_SECRET }, 'RECEIPT_SECRET'],
    [{ ...production, PUBLIC_URL: '' }, 'PUBLIC_URL'],
    [{ ...production, WECHAT_APPID: 'wx', WECHAT_SECRET: 's', WECHAT_BASE_URL: 'http://x' }, 'WECHAT_BASE_URL'],
  ])('refuses %o with one sentence about %s', (env, variable) => {
    const problems = problemsOf(env);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(variable);
  });

  it('reports every bad variable at once', () => {
    expect(problemsOf({ NODE_ENV: 'production', PORT: '-1' }).length).toBeGreaterThanOrEqual(4);
  });
});
