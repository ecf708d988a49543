import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Sending } from '../sending.ts';
import { callWechat, type Answer } from './call.ts';
import { checkWithWechat, type MediaToCheck, type TextJudgement } from './check-content.ts';
import { sendSubscribed, type Subscribed } from './send-subscribed.ts';
import { openTokens, type WechatOptions } from './with-token.ts';

export interface WechatIdentity {
  readonly openid: string;
  readonly unionid: string | null;
}

/** The parts of WeChat's server API that this server uses. Refusals: wechat-code-invalid, service-unavailable. */
export interface WechatClient {
  /** `wx.login` code → who it is (`sns/jscode2session`). A code works once, for five minutes. */
  identify(code: string): Promise<Result<WechatIdentity>>;
  /** Code of a `getPhoneNumber` button → 11 digits (`wxa/business/getuserphonenumber`). */
  readPhone(code: string): Promise<Result<string>>;
  /** One subscription message (`cgi-bin/message/subscribe/send`): it uses up one consent of its reader. */
  sendSubscribed(message: Subscribed): Promise<Sending>;
  /** Judges what somebody wrote, at most 2,500 characters (`wxa/msg_sec_check`, version 2); null without an answer. */
  checkText(text: string, openid: string): Promise<TextJudgement | null>;
  /** Asks for a judgement of a picture or recording, which comes as an event (`wxa/media_check_async`); its trace id, or null. */
  startMediaCheck(media: MediaToCheck): Promise<string | null>;
}

/** invalid code · code been used · code blocked for risk */
const badCode = new Set([40029, 40163, 40226]);

export const openWechat = (options: WechatOptions): WechatClient => {
  const { appId, secret, baseUrl, onError } = options;
  const callWithToken = openTokens(options);

  const refusal = (api: string, answer: Answer) => {
    if (answer.errcode !== null && badCode.has(answer.errcode)) return refuse('wechat-code-invalid', { field: 'code' });
    onError({ api, errcode: answer.errcode });
    return refuse('service-unavailable');
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
      const answer = await callWithToken(api, { code });
      if (!answer.ok) return answer;
      const { purePhoneNumber: phone, countryCode } = (answer.value.body['phone_info'] ?? {}) as Record<string, unknown>;
      if (typeof phone !== 'string' || String(countryCode) !== '86' || !/^1[0-9]{10}$/.test(phone)) return refusal(api, answer.value);
      return ok(phone);
    },
    sendSubscribed: sendSubscribed(callWithToken, onError),
    ...checkWithWechat(callWithToken, onError),
  };
};
