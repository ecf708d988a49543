import type { Answer } from './call.ts';
import type { CallWithToken, WechatOptions } from './with-token.ts';

/** `review`: a person should look. `label` is WeChat's number for what it found (20001 politics … 21000 other). */
export interface TextJudgement {
  readonly suggest: 'pass' | 'review' | 'risky';
  readonly label: string;
}

export interface MediaToCheck {
  /** Public address of the file, good for some minutes. */
  readonly url: string;
  readonly type: 'audio' | 'image';
  readonly openid: string;
}

/** Where it was said: forum. The other scenes are profile, comment and social log. */
const scene = 3;
const mediaTypes = { audio: 1, image: 2 } as const;
const suggestions: readonly string[] = ['pass', 'review', 'risky'];

/** The judgement in an answer or an event; null when there is none. */
export const readJudgement = (result: unknown): TextJudgement | null => {
  const { suggest, label } = (typeof result === 'object' && result !== null ? result : {}) as { suggest?: unknown; label?: unknown };
  if (typeof suggest !== 'string' || !suggestions.includes(suggest)) return null;
  return { suggest: suggest as TextJudgement['suggest'], label: typeof label === 'number' || typeof label === 'string' ? String(label) : '' };
};

export const checkWithWechat = (call: CallWithToken, onError: WechatOptions['onError']) => {
  const ask = async (api: string, body: object): Promise<Answer['body'] | null> => {
    const answer = await call(api, body);
    if (answer.ok && answer.value.errcode === null) return answer.value.body;
    if (answer.ok) onError({ api, errcode: answer.value.errcode });
    return null;
  };
  return {
    checkText: async (text: string, openid: string): Promise<TextJudgement | null> => {
      const body = await ask('wxa/msg_sec_check', { version: 2, scene, openid, content: text });
      return body && readJudgement(body['result']);
    },
    startMediaCheck: async ({ url, type, openid }: MediaToCheck): Promise<string | null> => {
      const about = { media_url: url, media_type: mediaTypes[type], version: 2, scene, openid };
      const body = await ask('wxa/media_check_async', about);
      const traceId = body?.['trace_id'];
      return typeof traceId === 'string' && traceId !== '' ? traceId : null;
    },
  };
};
