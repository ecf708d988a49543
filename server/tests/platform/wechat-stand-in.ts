import fastify from 'fastify';
import { randomBytes } from 'node:crypto';
import { standInForContent, type ContentStandIn } from './wechat-stand-in-content.ts';
import { standInForMessages, type MessageStandIn } from './wechat-stand-in-messages.ts';

/** Speaks the part of WeChat's server API that this server uses, with its error codes. */
export interface WechatStandIn extends MessageStandIn, ContentStandIn {
  readonly baseUrl: string;
  readonly appId: string;
  readonly secret: string;
  /** A `wx.login` code for a person; works once. */
  makeLoginCode(openid: string): string;
  /** A phone button's code; works once. */
  makePhoneCode(phone: string, countryCode?: string): string;
  /** Makes every access token given out so far invalid, as a renewal elsewhere does. */
  revokeTokens(): void;
  /** Answers everything with this error while set. */
  fail(errcode: number | null): void;
  /** How often an access token was asked for. */
  tokensGiven(): number;
  close(): Promise<void>;
}

export const openWechatStandIn = async (port = 0): Promise<WechatStandIn> => {
  const appId = 'wx0123456789abcdef';
  const secret = 'stand-in secret';
  const logins = new Map<string, string>();
  const phones = new Map<string, { phone: string; countryCode: string }>();
  const used = new Set<string>();
  let token: string | null = null;
  let given = 0;
  let failing: number | null = null;
  const app = fastify();

  const take = <T>(codes: Map<string, T>, code: string): T | { errcode: number; errmsg: string } => {
    const found = codes.get(code);
    if (found === undefined) return { errcode: 40029, errmsg: 'invalid code' };
    if (used.has(code)) return { errcode: 40163, errmsg: 'code been used' };
    used.add(code);
    return found;
  };

  app.addHook('preHandler', async (_request, reply) => {
    if (failing !== null) return reply.send({ errcode: failing, errmsg: 'as asked' });
  });
  app.get<{ Querystring: Record<string, string> }>('/sns/jscode2session', async ({ query }) => {
    if (query['appid'] !== appId) return { errcode: 40013, errmsg: 'invalid appid' };
    if (query['secret'] !== secret) return { errcode: 40125, errmsg: 'invalid appsecret' };
    const found = take(logins, query['js_code'] ?? '');
    return typeof found === 'string' ? { openid: found, session_key: 'never stored', unionid: `union-${found}` } : found;
  });
  app.post<{ Body: Record<string, string> }>('/cgi-bin/stable_token', async ({ body }) => {
    if (body['appid'] !== appId || body['secret'] !== secret) return { errcode: 40125, errmsg: 'invalid appsecret' };
    // The stable interface gives everybody the same token for as long as it is good.
    token ??= randomBytes(16).toString('hex');
    given += 1;
    return { access_token: token, expires_in: 7200 };
  });
  const hasGoodToken = (query: Record<string, string>) => token !== null && query['access_token'] === token;
  const messages = standInForMessages(app, hasGoodToken);
  const content = standInForContent(app, hasGoodToken);
  app.post<{ Querystring: Record<string, string>; Body: { code: string } }>('/wxa/business/getuserphonenumber', async ({ query, body }) => {
    if (!hasGoodToken(query)) return { errcode: 40001, errmsg: 'invalid credential' };
    const found = take(phones, body.code);
    if ('errcode' in found) return found;
    const { phone, countryCode } = found;
    return {
      errcode: 0,
      errmsg: 'ok',
      phone_info: { phoneNumber: `+${countryCode}${phone}`, purePhoneNumber: phone, countryCode, watermark: { appid: appId, timestamp: 0 } },
    };
  });
  await app.listen({ host: '127.0.0.1', port });

  return {
    ...messages,
    ...content,
    baseUrl: app.listeningOrigin,
    appId,
    secret,
    makeLoginCode: (openid) => {
      const code = randomBytes(12).toString('hex');
      logins.set(code, openid);
      return code;
    },
    makePhoneCode: (phone, countryCode = '86') => {
      const code = randomBytes(12).toString('hex');
      phones.set(code, { phone, countryCode });
      return code;
    },
    revokeTokens: () => {
      token = null;
    },
    fail: (errcode) => {
      failing = errcode;
    },
    tokensGiven: () => given,
    close: () => app.close(),
  };
};
