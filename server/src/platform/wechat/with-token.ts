import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { callWechat, type Answer } from './call.ts';
import type { TokenShelf } from './token-shelf.ts';

export interface WechatOptions {
  readonly appId: string;
  readonly secret: string;
  readonly baseUrl: string;
  readonly shelf: TokenShelf;
  readonly onError: (detail: { api: string; errcode: number | null }) => void;
}

/** Calls WeChat with an access token, once more with a fresh one when it is no longer good. Refusals: service-unavailable. */
export type CallWithToken = (api: string, body: object) => Promise<Result<Answer>>;

/** invalid credential · access_token missing, invalid or expired */
const badToken = new Set([40001, 40014, 41001, 42001]);

export const openTokens = ({ appId, secret, baseUrl, shelf, onError }: WechatOptions): CallWithToken => {
  let fetching: Promise<Result<string>> | null = null;

  const fetchToken = async (): Promise<Result<string>> => {
    const api = 'cgi-bin/stable_token';
    const answer = await callWechat(baseUrl, api, {}, { grant_type: 'client_credential', appid: appId, secret });
    const { access_token: token, expires_in: seconds } = answer.body;
    if (typeof token !== 'string' || typeof seconds !== 'number') {
      onError({ api, errcode: answer.errcode });
      return refuse('service-unavailable');
    }
    await shelf.put(token, seconds);
    return ok(token);
  };

  /** Calls that meet a bad token together ask for one new token. */
  const fetchOnce = (): Promise<Result<string>> => (fetching ??= fetchToken().finally(() => (fetching = null)));

  /** Of several processes the first one fetches: the stable interface gives the same token to all, and the shelf keeps it. */
  const replace = async (bad: string | null): Promise<Result<string>> => {
    const kept = await shelf.get();
    return kept !== null && kept !== bad ? ok(kept) : fetchOnce();
  };

  return async (api, body) => {
    const first = await replace(null);
    if (!first.ok) return first;
    const call = (token: string) => callWechat(baseUrl, api, { access_token: token }, body);
    const answer = await call(first.value);
    if (answer.errcode === null || !badToken.has(answer.errcode)) return ok(answer);
    const second = await replace(first.value);
    return second.ok ? ok(await call(second.value)) : second;
  };
};
