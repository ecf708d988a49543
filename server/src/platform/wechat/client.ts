import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { callWechat, type Answer } from './call.ts';
import type { TokenShelf } from './token-shelf.ts';

export interface WechatIdentity {
  readonly openid: string;
  readonly unionid: string | null;
}

/** The parts of WeChat's server API that sign-in needs. Refusals: wechat-code-invalid, service-unavailable. */
export interface WechatClient {
  /** `wx.login` code → who it is (`sns/jscode2session`). A code works once, for five minutes. */
  identify(code: string): Promise<Result<WechatIdentity>>;
  /** Code of a `getPhoneNumber` button → 11 digits (`wxa/business/getuserphonenumber`). */
  readPhone(code: string): Promise<Result<string>>;
}

export interface WechatOptions {
  readonly appId: string;
  readonly secret: string;
  readonly baseUrl: string;
  readonly shelf: TokenShelf;
  readonly onError: (detail: { api: string; errcode: number | null }) => void;
}

/** invalid code · code been used · code blocked for risk */
const badCode = new Set([40029, 40163, 40226]);
/** invalid credential · access_token missing, invalid or expired */
const badToken = new Set([40001, 40014, 41001, 42001]);

export const openWechat = (options: WechatOptions): WechatClient => {
  const { appId, secret, baseUrl, shelf, onError } = options;

  const refusal = (api: string, answer: Answer) => {
    if (answer.errcode !== null && badCode.has(answer.errcode)) return refuse('wechat-code-invalid', { field: 'code' });
    onError({ api, errcode: answer.errcode });
    return refuse('service-unavailable');
  };

  const fetchToken = async (): Promise<Result<string>> => {
    const api = 'cgi-bin/stable_token';
    const answer = await callWechat(baseUrl, api, {}, { grant_type: 'client_credential', appid: appId, secret });
    const { access_token: token, expires_in: seconds } = answer.body;
    if (typeof token !== 'string' || typeof seconds !== 'number') return refusal(api, answer);
    await shelf.put(token, seconds);
    return ok(token);
  };

  const withToken = async (call: (token: string) => Promise<Answer>): Promise<Result<Answer>> => {
    const kept = await shelf.get();
    const first = kept === null ? await fetchToken() : ok(kept);
    if (!first.ok) return first;
    const answer = await call(first.value);
    if (answer.errcode === null || !badToken.has(answer.errcode)) return ok(answer);
    const second = await fetchToken();
    return second.ok ? ok(await call(second.value)) : second;
  };

  return {
    identify: async (code) => {
      const api = 'sns/jscode2session';
      const query = { appid: appId, secret, js_code: code, grant_type: 'authorization_code' };
      const answer = await callWechat(baseUrl, api, query);
      const { openid, unionid } = answer.body;
      if (typeof openid !== 'string' || openid === '') return refusal(api, answer);
      return ok({ openid, unionid: typeof unionid === 'string' ? unionid : null });
    },
    readPhone: async (code) => {
      const api = 'wxa/business/getuserphonenumber';
      const answer = await withToken((token) => callWechat(baseUrl, api, { access_token: token }, { code }));
      if (!answer.ok) return answer;
      const { purePhoneNumber: phone, countryCode } = (answer.value.body['phone_info'] ?? {}) as Record<string, unknown>;
      if (typeof phone !== 'string' || String(countryCode) !== '86' || !/^1[0-9]{10}$/.test(phone)) return refusal(api, answer.value);
      return ok(phone);
    },
  };
};
