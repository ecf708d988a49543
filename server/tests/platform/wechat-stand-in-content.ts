import type { FastifyInstance } from 'fastify';
import { createHash, randomBytes } from 'node:crypto';

export interface AskedMedia {
  readonly traceId: string;
  readonly media_url: string;
  readonly media_type: number;
  readonly openid: string;
}

export interface ContentStandIn {
  /** Texts and pictures that were shown to it. */
  readonly askedTexts: { readonly content: string; readonly openid: string; readonly scene: number }[];
  readonly askedMedia: AskedMedia[];
  readonly pushToken: string;
  /** Signs an event as WeChat does: what to post to the server under test. */
  makePush(event: object, nowMs: number): { readonly method: 'POST'; readonly url: string; readonly headers: Record<string, string>; readonly payload: string };
  /** The event that answers a check of a picture or recording. */
  judgeMedia(traceId: string, suggest: 'pass' | 'review' | 'risky', label?: number): object;
}

type Query = Record<string, string>;

/** Finds '下注' risky and '疑似' doubtful. */
const judge = (content: string) =>
  content.includes('下注') ? { suggest: 'risky', label: 20002 } : content.includes('疑似') ? { suggest: 'review', label: 21000 } : { suggest: 'pass', label: 100 };

export const standInForContent = (app: FastifyInstance, hasGoodToken: (query: Query) => boolean): ContentStandIn => {
  const pushToken = 'standInPushToken';
  const askedTexts: ContentStandIn['askedTexts'] = [];
  const askedMedia: AskedMedia[] = [];
  const badToken = { errcode: 40001, errmsg: 'invalid credential' };

  app.post<{ Querystring: Query; Body: { version: number; openid: string; scene: number; content: string } }>(
    '/wxa/msg_sec_check',
    async ({ query, body }) => {
      if (!hasGoodToken(query)) return badToken;
      const { version, openid, scene, content } = body;
      if (version !== 2 || ![1, 2, 3, 4].includes(scene)) return { errcode: 40129, errmsg: 'invalid scene' };
      if (typeof openid !== 'string' || openid === '') return { errcode: 40003, errmsg: 'invalid openid' };
      if (content === '') return { errcode: 44004, errmsg: 'empty content' };
      if ([...content].length > 2500) return { errcode: 45002, errmsg: 'content size out of limit' };
      askedTexts.push({ content, openid, scene });
      const result = judge(content);
      const detail = [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }];
      return { errcode: 0, errmsg: 'ok', result, detail, trace_id: randomBytes(8).toString('hex') };
    },
  );
  app.post<{ Querystring: Query; Body: { version: number; openid: string; scene: number; media_url: string; media_type: number } }>(
    '/wxa/media_check_async',
    async ({ query, body }) => {
      if (!hasGoodToken(query)) return badToken;
      if (body.version !== 2 || ![1, 2].includes(body.media_type)) return { errcode: 40004, errmsg: 'invalid media type' };
      const traceId = `${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}`;
      askedMedia.push({ ...body, traceId });
      return { errcode: 0, errmsg: 'ok', trace_id: traceId };
    },
  );

  return {
    askedTexts,
    askedMedia,
    pushToken,
    makePush: (event, nowMs) => {
      const timestamp = String(Math.floor(nowMs / 1000));
      const nonce = randomBytes(4).toString('hex');
      const signature = createHash('sha1').update([pushToken, timestamp, nonce].sort().join('')).digest('hex');
      const query = new URLSearchParams({ signature, timestamp, nonce, openid: 'o' });
      const payload = JSON.stringify({ ToUserName: 'gh_stand_in', CreateTime: Number(timestamp), MsgType: 'event', ...event });
      return { method: 'POST', url: `/api/wechat/events?${query.toString()}`, headers: { 'content-type': 'application/json' }, payload };
    },
    judgeMedia: (traceId, suggest, label = suggest === 'pass' ? 100 : 20002) => ({
      Event: 'wxa_media_check',
      FromUserName: 'o-stand-in',
      appid: 'wx0123456789abcdef',
      trace_id: traceId,
      version: 2,
      errcode: 0,
      errmsg: 'ok',
      result: { suggest, label },
      detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
    }),
  };
};
