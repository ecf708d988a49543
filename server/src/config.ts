import { defaultTemplateFields, parseTemplateFields, type TemplateField } from '@bandeng/shared/outreach/fill-template.ts';
import type { SubscriptionTemplate } from '@bandeng/shared/outreach/vocabulary.ts';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A template of the mini-program's account: its id and what goes into its keywords. */
export interface SentTemplate {
  readonly id: string;
  readonly fields: readonly TemplateField[];
}

/** Where the server listens, what it keeps and whom it trusts: everything that the environment decides. */
export interface Config {
  production: boolean;
  host: string;
  port: number;
  /** Address that people open, without a trailing slash; used in QR codes. */
  publicUrl: string;
  dataDir: string;
  databaseUrl: string | null;
  /** Demonstration accounts and data. */
  demo: boolean;
  jwtSecret: string;
  /** Keys the receipts of ballots. They are stored: changing it only stops retries of open sessions from recognising their ballot. */
  receiptSecret: string;
  wechat: { appId: string; secret: string; baseUrl: string } | null;
  /** Signs the events that WeChat pushes here; without it none are taken, and pictures are not checked. */
  wechatPushToken: string | null;
  /** Key of the safe mode in which WeChat encrypts them, 43 characters; null: they come as plain text. */
  wechatAesKey: string | null;
  /** Which build of the mini-program a message opens. */
  miniappState: 'formal' | 'trial' | 'developer';
  /** Subscription messages that this server sends; null for those that it does not. */
  templates: Readonly<Record<SubscriptionTemplate, SentTemplate | null>>;
  sms: { url: string; key: string } | null;
  /** Words of this server's own that hold a message back, besides the built-in ones. */
  bannedWords: readonly string[];
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  /** Requests per minute of one account, or of one address without an account; 0 switches the limit off. */
  requestsPerMinute: number;
  /** Answers 503 while the event loop lags by more than this; 0 switches it off. */
  maxLagMs: number;
  /** Number of reverse proxies in front, whose `x-forwarded-for` is believed. */
  trustedProxies: number;
  /** What a scraper of /metrics must show; null: only this very machine is answered. */
  metricsToken: string | null;
}

/** The environment cannot be served from; `problems` holds one sentence for each variable. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`configuration refused:\n- ${problems.join('\n- ')}`);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const repository = fileURLToPath(new URL('../..', import.meta.url));
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** Secrets made on the first start of an embedded server and kept beside its data. */
const keptSecrets = (dataDir: string): { jwt: string; receipt: string } => {
  const path = join(dataDir, 'secrets.json');
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { jwt: string; receipt: string };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const made = { jwt: randomBytes(48).toString('base64url'), receipt: randomBytes(48).toString('base64url') };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(path, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
  return made;
};

const isUrl = (text: string, protocols: readonly string[]) => {
  try {
    return protocols.includes(new URL(text).protocol);
  } catch {
    return false;
  }
};

/**
 * Reads and checks the environment. In production it refuses demonstration accounts and secrets that were not given.
 * @throws ConfigError
 */
export const readConfig = (env: Environment): Config => {
  const problems: string[] = [];
  const given = (name: string) => (env[name] === undefined || env[name] === '' ? undefined : env[name]);

  const integer = (name: string, otherwise: number, min: number, max: number) => {
    const text = given(name);
    if (text === undefined) return otherwise;
    const value = /^[0-9]{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    problems.push(`${name} must be a whole number from ${min} to ${max}, not "${text}"`);
    return otherwise;
  };
  const oneOf = <V extends string>(name: string, values: readonly V[], otherwise: V): V => {
    const text = given(name);
    if (text === undefined) return otherwise;
    if ((values as readonly string[]).includes(text)) return text as V;
    problems.push(`${name} must be one of ${values.join(', ')}, not "${text}"`);
    return otherwise;
  };
  const url = (name: string, protocols: readonly string[], otherwise: string) => {
    const text = given(name);
    if (text === undefined) return otherwise;
    if (isUrl(text, protocols)) return text.replace(/\/+$/, '');
    problems.push(`${name} must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`);
    return otherwise;
  };

  const production = oneOf('NODE_ENV', ['production', 'development', 'test'], 'development') === 'production';
  const host = given('HOST') ?? '127.0.0.1';
  const port = integer('PORT', 3000, 0, 65535);
  const dataDir = resolve(repository, given('DATA_DIR') ?? 'data');
  const demo = oneOf('DEMO', ['on', 'off'], production ? 'off' : 'on') === 'on';
  if (production && demo) problems.push('DEMO must be off when NODE_ENV is production: demonstration accounts need no password');
  if (production && given('PUBLIC_URL') === undefined) problems.push('PUBLIC_URL must be set when NODE_ENV is production');

  const secret = (name: string, kept: () => string) => {
    const text = given(name);
    if (text !== undefined && text.length < 32) problems.push(`${name} must have at least 32 characters`);
    if (text !== undefined) return text;
    if (!production) return kept();
    problems.push(`${name} must be set when NODE_ENV is production, with at least 32 characters`);
    return '';
  };
  const jwtSecret = secret('JWT_SECRET', () => keptSecrets(dataDir).jwt);
  const receiptSecret = secret('RECEIPT_SECRET', () => keptSecrets(dataDir).receipt);
  if (production && jwtSecret !== '' && jwtSecret === receiptSecret) {
    problems.push('RECEIPT_SECRET must differ from JWT_SECRET');
  }

  const appId = given('WECHAT_APPID');
  const appSecret = given('WECHAT_SECRET');
  if ((appId === undefined) !== (appSecret === undefined)) problems.push('WECHAT_APPID and WECHAT_SECRET must be set together');
  const wechatBase = url('WECHAT_BASE_URL', ['https:', 'http:'], 'https://api.weixin.qq.com');
  if (production && wechatBase.startsWith('http:')) problems.push('WECHAT_BASE_URL must begin with https:// in production');
  const template = (name: SubscriptionTemplate, id: string | undefined, keywords: string | undefined): SentTemplate | null => {
    const fields = parseTemplateFields(keywords ?? defaultTemplateFields);
    if (fields === null) problems.push(`WECHAT_TEMPLATE_${name.toUpperCase()}_FIELDS must look like ${defaultTemplateFields}`);
    return id === undefined || fields === null ? null : { id, fields };
  };
  const templates: Config['templates'] = {
    notice: template('notice', given('WECHAT_TEMPLATE_NOTICE'), given('WECHAT_TEMPLATE_NOTICE_FIELDS')),
    vote: template('vote', given('WECHAT_TEMPLATE_VOTE'), given('WECHAT_TEMPLATE_VOTE_FIELDS')),
    reply: template('reply', given('WECHAT_TEMPLATE_REPLY'), given('WECHAT_TEMPLATE_REPLY_FIELDS')),
  };
  if (appId === undefined && Object.values(templates).some((one) => one !== null)) {
    problems.push('WECHAT_APPID must be set where subscription messages are to be sent');
  }
  const smsUrl = given('SMS_GATEWAY_URL') === undefined ? null : url('SMS_GATEWAY_URL', ['https:', 'http:'], '');
  const smsKey = given('SMS_GATEWAY_KEY') ?? null;
  if ((smsUrl === null) !== (smsKey === null)) problems.push('SMS_GATEWAY_URL and SMS_GATEWAY_KEY must be set together');
  if (production && smsUrl !== null && smsUrl.startsWith('http:')) {
    problems.push('SMS_GATEWAY_URL must begin with https:// in production: it is told phone numbers');
  }
  const pushToken = given('WECHAT_PUSH_TOKEN') ?? null;
  if (pushToken !== null && !/^[A-Za-z0-9]{3,32}$/.test(pushToken)) {
    problems.push('WECHAT_PUSH_TOKEN must have 3 to 32 letters and digits, as in the settings of the mini-program');
  }
  const metricsToken = given('METRICS_TOKEN') ?? null;
  if (metricsToken !== null && !/^[\x21-\x7e]{16,256}$/.test(metricsToken)) {
    problems.push('METRICS_TOKEN must have 16 to 256 letters, digits and signs, and no spaces');
  }
  const aesKey = given('WECHAT_AES_KEY') ?? null;
  if (aesKey !== null && !/^[A-Za-z0-9]{43}$/.test(aesKey)) {
    problems.push('WECHAT_AES_KEY must have 43 letters and digits, as in the settings of the mini-program');
  }
  if (aesKey !== null && (pushToken === null || appId === undefined)) {
    problems.push('WECHAT_AES_KEY needs WECHAT_PUSH_TOKEN and WECHAT_APPID beside it');
  }
  const databaseUrl = given('DATABASE_URL') === undefined ? null : url('DATABASE_URL', ['postgres:', 'postgresql:'], '');

  const bannedWords = () => {
    const path = given('BANNED_WORDS_FILE');
    if (path === undefined) return [];
    try {
      return readFileSync(resolve(repository, path), 'utf8').split(/\r?\n/).map((word) => word.trim()).filter((word) => word !== '');
    } catch {
      problems.push('BANNED_WORDS_FILE cannot be read');
      return [];
    }
  };

  const config: Config = {
    production,
    host,
    port,
    publicUrl: url('PUBLIC_URL', ['https:', 'http:'], `http://${host}:${port}`),
    dataDir,
    databaseUrl,
    demo,
    jwtSecret,
    receiptSecret,
    wechat: appId !== undefined && appSecret !== undefined ? { appId, secret: appSecret, baseUrl: wechatBase } : null,
    wechatPushToken: pushToken,
    wechatAesKey: aesKey,
    miniappState: oneOf('WECHAT_MINIAPP_STATE', ['formal', 'trial', 'developer'], 'formal'),
    templates,
    sms: smsUrl !== null && smsKey !== null ? { url: smsUrl, key: smsKey } : null,
    bannedWords: bannedWords(),
    logLevel: oneOf('LOG_LEVEL', logLevels, 'info'),
    requestsPerMinute: integer('REQUESTS_PER_MINUTE', 1200, 0, 1_000_000),
    maxLagMs: integer('MAX_LAG_MS', 2000, 0, 60_000),
    trustedProxies: integer('TRUSTED_PROXIES', 0, 0, 10),
    metricsToken,
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
};

/** The environment of this process. */
export const environment: Environment = process.env;
