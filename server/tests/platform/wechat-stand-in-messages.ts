import type { FastifyInstance } from 'fastify';

/** A subscription message as WeChat took it. */
export interface TakenMessage {
  readonly msgid: string;
  readonly touser: string;
  readonly template_id: string;
  readonly page?: string;
  readonly miniprogram_state?: string;
  readonly data: Readonly<Record<string, { readonly value: string }>>;
}

export interface MessageStandIn {
  /** Every message that was taken, in order. */
  readonly taken: TakenMessage[];
  /** How often a message was handed over, refused ones included. */
  sendings(): number;
  /** Adds a template of the account with its keywords. */
  addTemplate(id: string, keywords: readonly string[]): void;
  /** A person agrees to some messages of a template. */
  consent(openid: string, templateId: string, messages?: number): void;
  /**
   * What the next sendings meet, one after another: an error code, a status of the gateway, or a line that breaks after the
   * message was taken.
   */
  disturb(...troubles: (number | 'busy' | 'broken')[]): void;
  /** Runs before each answer; it may take its time. */
  onSending(run: (() => Promise<void>) | null): void;
}

/** What a keyword may hold, by its kind [subscribeMessage.send]. */
const fits = (keyword: string, value: string): boolean => {
  const length = [...value].length;
  if (length === 0) return false;
  const kind = keyword.replace(/[0-9]+$/, '');
  if (kind === 'time') return /^[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日 [0-9]{2}:[0-9]{2}$/.test(value);
  return length <= (kind === 'phrase' ? 5 : 20);
};

type Asked = { Querystring: Record<string, string>; Body: Omit<TakenMessage, 'msgid'> };

export const standInForMessages = (app: FastifyInstance, hasGoodToken: (query: Record<string, string>) => boolean): MessageStandIn => {
  const taken: TakenMessage[] = [];
  const templates = new Map<string, readonly string[]>();
  const consents = new Map<string, number>();
  const troubles: (number | 'busy' | 'broken')[] = [];
  let sendings = 0;
  let before: (() => Promise<void>) | null = null;

  app.post<Asked>('/cgi-bin/message/subscribe/send', async ({ query, body }, reply) => {
    sendings += 1;
    await before?.();
    if (!hasGoodToken(query)) return { errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' };
    const trouble = troubles.shift();
    if (typeof trouble === 'number') return { errcode: trouble, errmsg: 'as asked' };
    if (trouble === 'busy') return reply.code(503).send('busy');
    const keywords = templates.get(body.template_id);
    if (keywords === undefined) return { errcode: 40037, errmsg: 'invalid template_id' };
    const wrong = keywords.find((keyword) => !fits(keyword, body.data[keyword]?.value ?? ''));
    if (wrong !== undefined) return { errcode: 47003, errmsg: `argument invalid! data.${wrong}.value invalid` };
    const key = `${body.touser} ${body.template_id}`;
    const left = consents.get(key) ?? 0;
    if (left === 0) return { errcode: 43101, errmsg: 'user refuse to accept the msg' };
    consents.set(key, left - 1);
    const msgid = `31415926535897932${String(taken.length).padStart(2, '0')}`;
    taken.push({ ...body, msgid });
    if (trouble === 'broken') return void reply.raw.destroy();
    // A number with more digits than JavaScript keeps, as the real one.
    return reply.type('application/json').send(`{"errcode":0,"errmsg":"ok","msgid":${msgid}}`);
  });

  return {
    taken,
    sendings: () => sendings,
    addTemplate: (id, keywords) => void templates.set(id, keywords),
    consent: (openid, templateId, messages = 1) => {
      const key = `${openid} ${templateId}`;
      consents.set(key, (consents.get(key) ?? 0) + messages);
    },
    disturb: (...more) => void troubles.push(...more),
    onSending: (run) => {
      before = run;
    },
  };
};
