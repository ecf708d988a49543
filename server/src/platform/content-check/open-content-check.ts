import { and, eq } from 'drizzle-orm';
import type { Config } from '../../config.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import type { WechatClient } from '../wechat/client.ts';
import { makeCheckAddress } from './check-address.ts';
import type { ContentCheck, Verdict } from './content-check.ts';
import { defaultWords, makeWordList } from './word-list.ts';

export interface CheckParts {
  readonly config: Config;
  readonly store: Store;
  readonly clock: Clock;
  readonly wechat: WechatClient | null;
}

const pieceLength = 2500;
/** What stands across the border of two pieces is seen whole by one of them. */
const overlap = 50;

/** Pieces of a text that WeChat takes. */
export const piecesOf = (text: string): string[] => {
  const characters = [...text];
  const pieces: string[] = [];
  for (let start = 0; start === 0 || start + overlap < characters.length; start += pieceLength - overlap) {
    pieces.push(characters.slice(start, start + pieceLength).join(''));
  }
  return pieces;
};

/**
 * The word list of this server, and WeChat's judgement of what people with a WeChat account write and show. WeChat that
 * does not answer holds nobody up: the words decide, and `stats.unanswered` counts it.
 */
export const openContentCheck = ({ config, store, clock, wechat }: CheckParts): ContentCheck => {
  const checkWords = makeWordList([...defaultWords, ...config.bannedWords]);
  const checksMedia = wechat !== null && config.wechatPushToken !== null;
  const stats = { unanswered: 0 };

  const openidOf = (accountId: string): Promise<string | null> =>
    store.read(async (db) => {
      const { accounts: a } = db.t;
      const [found] = await db.select({ openid: a.openid }).from(a).where(eq(a.id, accountId));
      return found?.openid ?? null;
    });

  const askWechat = async (client: WechatClient, text: string, openid: string): Promise<Verdict> => {
    const judgements = await Promise.all(piecesOf(text).map((piece) => client.checkText(piece, openid)));
    if (judgements.includes(null)) stats.unanswered += 1;
    const bad = judgements.find((one) => one !== null && one.suggest !== 'pass');
    return bad ? { pass: false, reason: 'check', detail: bad.label } : { pass: true };
  };

  const addressedFile = async (communityId: string, fileId: string) =>
    store.read(async (db) => {
      const { files: f } = db.t;
      const [found] = await db.select({ type: f.type }).from(f).where(and(eq(f.communityId, communityId), eq(f.id, fileId)));
      return found && { url: makeCheckAddress(config, { communityId, fileId }, clock()), isImage: found.type.startsWith('image/') };
    });

  return {
    stats,
    checksMedia,
    checkText: async ({ text, accountId }) => {
      const byWords = checkWords(text);
      if (!byWords.pass || wechat === null || accountId === null || text.trim() === '') return byWords;
      const openid = await openidOf(accountId);
      return openid === null ? byWords : askWechat(wechat, text, openid);
    },
    startMediaCheck: async ({ communityId, fileId, accountId }) => {
      if (wechat === null || !checksMedia) return { kind: 'impossible' };
      const [openid, file] = [await openidOf(accountId), await addressedFile(communityId, fileId)];
      if (openid === null || file === undefined) return { kind: 'impossible' };
      const traceId = await wechat.startMediaCheck({ url: file.url, type: file.isImage ? 'image' : 'audio', openid });
      if (traceId !== null) return { kind: 'asked', traceId };
      stats.unanswered += 1;
      return { kind: 'unreachable' };
    },
  };
};
