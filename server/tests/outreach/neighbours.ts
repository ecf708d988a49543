import { eq } from 'drizzle-orm';
import type { Config } from '../../src/config.ts';
import { dispatchOutbox } from '../../src/outreach/dispatch.ts';
import { reach, type Outgoing, type Reached } from '../../src/outreach/reach.ts';
import type { OutboxRow } from '../../src/outreach/outbox-row.ts';
import { foundTestCommunity, type TestCommunity } from '../community/found.ts';
import type { TestApp } from '../platform/test-app.ts';
import type { WechatStandIn } from '../platform/wechat-stand-in.ts';

export const noticeTemplate = 'template-of-notices';
export const voteTemplate = 'template-of-votes';
export const replyTemplate = 'template-of-replies';

const fields = [
  { keyword: 'thing1', field: 'title' },
  { keyword: 'thing4', field: 'place' },
  { keyword: 'time3', field: 'time' },
  { keyword: 'thing6', field: 'note' },
] as const;

/** Configuration of a server that talks to the stand-in. */
export const talkingTo = (wechat: WechatStandIn): Partial<Config> => {
  for (const id of [noticeTemplate, voteTemplate, replyTemplate]) wechat.addTemplate(id, fields.map(({ keyword }) => keyword));
  return {
    wechat: { appId: wechat.appId, secret: wechat.secret, baseUrl: wechat.baseUrl },
    wechatPushToken: wechat.pushToken,
    templates: {
      notice: { id: noticeTemplate, fields },
      vote: { id: voteTemplate, fields },
      reply: { id: replyTemplate, fields },
    },
  };
};

export interface Neighbour {
  readonly account: string;
  readonly resident: string;
  readonly openid: string;
}

export interface Neighbours {
  readonly c: TestCommunity;
  /** Somebody of the register; with an openid when `wechat`, with consents for notices as many as `consents`. */
  settle(name: string, more?: { wechat?: boolean; consents?: number; phone?: string; proved?: string; account?: boolean }): Promise<Neighbour>;
  outgoing(people: readonly Neighbour[], more?: Partial<Outgoing>): Outgoing;
  reach(people: readonly Neighbour[], more?: Partial<Outgoing>): Promise<Reached>;
  rows(): Promise<OutboxRow[]>;
  remaining(who: Neighbour): Promise<number>;
  /** Sends until nothing more is due. */
  send(from?: TestApp): Promise<void>;
}

let made = 0;

export const buildNeighbours = async (t: TestApp, wechat: WechatStandIn): Promise<Neighbours> => {
  const c = await foundTestCommunity(t);
  const { communityId } = c;

  const settle: Neighbours['settle'] = async (name, more = {}) => {
    const { wechat: hasWechat = true, consents = 0, phone = null, proved, account: hasAccount = true } = more;
    const openid = `o-${name}-${made++}`;
    const resident = t.deps.newId();
    const known = { ...(hasWechat ? { openid } : {}), ...(proved === undefined ? {} : { phone: proved }) };
    const account = hasAccount ? await t.addAccount({ name, ...known }) : '';
    await t.deps.store.write(async (tx) => {
      const blank = { alias: '', partyMember: false, birthDay: null, createdAt: 0 };
      const accountId = hasAccount ? account : null;
      await tx.insert(tx.t.residents).values({ communityId, id: resident, accountId, name, phone, ...blank });
      const term = { from: '2024-01-01', until: null, endReason: '', areaId: null };
      await tx.insert(tx.t.duties).values({ communityId, id: t.deps.newId(), kind: 'facilitator', residentId: resident, ...term });
      if (consents > 0) {
        const counted = { remaining: consents, ahead: 0, eventAt: 0, at: 0 };
        await tx.insert(tx.t.outreachConsents).values({ accountId: account, template: 'notice', ...counted });
      }
    });
    if (consents > 0) wechat.consent(openid, noticeTemplate, consents);
    return { account, resident, openid };
  };

  const outgoing: Neighbours['outgoing'] = (people, more = {}) => ({
    communityId,
    residentIds: people.map(({ resident }) => resident),
    category: 'notice',
    owner: { kind: 'notice', id: 'n1' },
    data: { title: '停水通知', place: '3栋', time: String(t.time.now()), note: '请提前储水', page: 'bulletin/pages/notice/index?id=n1' },
    ...more,
  });

  return {
    c,
    settle,
    outgoing,
    reach: (people, more) => t.deps.store.write((tx) => reach(tx, t.deps, outgoing(people, more), t.time.now())),
    rows: () =>
      t.deps.store.read((db) => db.select().from(db.t.outbox).where(eq(db.t.outbox.communityId, communityId)).orderBy(db.t.outbox.id)),
    remaining: async ({ account }) => {
      const [found] = await t.deps.store.read((db) => {
        const { outreachConsents: o } = db.t;
        return db.select({ remaining: o.remaining }).from(o).where(eq(o.accountId, account));
      });
      return found?.remaining ?? 0;
    },
    send: async (from = t) => {
      while (await dispatchOutbox(from.deps));
    },
  };
};
