import type { Sending } from '../sending.ts';
import type { CallWithToken, WechatOptions } from './with-token.ts';

export interface Subscribed {
  readonly openid: string;
  readonly templateId: string;
  /** Page that it opens, with its query; empty for none. */
  readonly page: string;
  readonly data: Readonly<Record<string, { readonly value: string }>>;
  readonly state: 'formal' | 'trial' | 'developer';
}

/** The reader has no consent left, or took it back. */
export const noConsent = '43101';

/** system busy · called too often today · called too often this minute · token that was no longer good twice */
const temporary = new Set([-1, 45009, 45011, 40001, 40014, 41001, 42001]);
/** openid of another account · template unknown · page not in the build · a keyword is empty or too long: the operator must look */
const misconfigured = new Set([40003, 40037, 41030, 47003]);

export const sendSubscribed =
  (call: CallWithToken, onError: WechatOptions['onError']) =>
  async ({ openid, templateId, page, data, state }: Subscribed): Promise<Sending> => {
    const api = 'cgi-bin/message/subscribe/send';
    const link = page === '' ? {} : { page };
    const message = { touser: openid, template_id: templateId, ...link, miniprogram_state: state, lang: 'zh_CN', data };
    const answer = await call(api, message);
    if (!answer.ok) return { kind: 'later', receipt: answer.refusal.code };
    const { errcode, body, unclear } = answer.value;
    if (unclear) return { kind: 'unclear', receipt: 'unanswered' };
    if (errcode === null) {
      const { msgid } = body;
      return { kind: 'sent', receipt: typeof msgid === 'string' ? msgid : '' };
    }
    if (misconfigured.has(errcode)) onError({ api, errcode });
    return { kind: temporary.has(errcode) ? 'later' : 'refused', receipt: String(errcode) };
  };
