import { mkdtempSync, writeFileSync } from 'node:fs';
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

const wechat = { WECHAT_APPID: 'wx', WECHAT_SECRET: 's' };

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
    [{ WECHAT_TEMPLATE_NOTICE: 'id' }, 'WECHAT_APPID'],
    [{ WECHAT_TEMPLATE_VOTE_FIELDS: 'thing1=name' }, 'WECHAT_TEMPLATE_VOTE_FIELDS'],
    [{ WECHAT_PUSH_TOKEN: 'not a token' }, 'WECHAT_PUSH_TOKEN'],
    [{ ...wechat, WECHAT_PUSH_TOKEN: 'token', WECHAT_AES_KEY: 'k'.repeat(42) }, 'WECHAT_AES_KEY'],
    [{ ...wechat, WECHAT_PUSH_TOKEN: 'token', WECHAT_AES_KEY: `${'k'.repeat(42)}-` }, 'WECHAT_AES_KEY'],
    [{ ...wechat, WECHAT_AES_KEY: 'k'.repeat(43) }, 'WECHAT_AES_KEY'],
    [{ WECHAT_MINIAPP_STATE: 'beta' }, 'WECHAT_MINIAPP_STATE'],
    [{ SMS_GATEWAY_URL: 'https://sms.example' }, 'SMS_GATEWAY_KEY'],
    [{ ...production, SMS_GATEWAY_URL: 'http://sms.example', SMS_GATEWAY_KEY: 'k' }, 'SMS_GATEWAY_URL'],
    [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN'],
    [{ METRICS_TOKEN: 'words with spaces between' }, 'METRICS_TOKEN'],
    [{ BANNED_WORDS_FILE: '/nowhere/words.txt' }, 'BANNED_WORDS_FILE'],
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

  it('reads templates, their keywords and its own words', () => {
    const DATA_DIR = folder();
    writeFileSync(join(DATA_DIR, 'words.txt'), '彩票代购\r\n\n  黑车 \n');
    const { templates, bannedWords, sms } = readConfig({
      DATA_DIR,
      WECHAT_APPID: 'wx',
      WECHAT_SECRET: 's',
      WECHAT_TEMPLATE_NOTICE: 'n',
      WECHAT_TEMPLATE_VOTE: 'v',
      WECHAT_TEMPLATE_VOTE_FIELDS: 'thing2=title, date5=time',
      SMS_GATEWAY_URL: 'https://sms.example/send',
      SMS_GATEWAY_KEY: 'k',
      BANNED_WORDS_FILE: join(DATA_DIR, 'words.txt'),
    });
    expect(templates.notice?.fields.map(({ keyword }) => keyword)).toEqual(['thing1', 'thing4', 'time3', 'thing6']);
    expect(templates.vote).toEqual({ id: 'v', fields: [{ keyword: 'thing2', field: 'title' }, { keyword: 'date5', field: 'time' }] });
    expect([templates.reply, bannedWords, sms]).toEqual([null, ['彩票代购', '黑车'], { url: 'https://sms.example/send', key: 'k' }]);
  });

  it('reports every bad variable at once', () => {
    expect(problemsOf({ NODE_ENV: 'production', PORT: '-1' }).length).toBeGreaterThanOrEqual(4);
  });
});
