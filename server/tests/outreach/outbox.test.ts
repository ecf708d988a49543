import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addConsent, takeConsents } from '../../src/outreach/consents.ts';
import { dropWaiting } from '../../src/outreach/drop-waiting.ts';
import { countReachable, countReceipts, reach } from '../../src/outreach/reach.ts';
import { beginHousekeeping } from '../../src/platform/jobs/housekeeping.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { openWechatStandIn, type WechatStandIn } from '../platform/wechat-stand-in.ts';
import { buildNeighbours, noticeTemplate, talkingTo, type Neighbours } from './neighbours.ts';

const minute = 60_000;
/** 2026-11-21 in China. */
const at = (hour: number, min = 0) => Date.UTC(2026, 10, 21, hour - 8, min);

describe.each(engines)('the outbox on %s', (engine) => {
  let t: TestApp;
  let n: Neighbours;
  let wechat: WechatStandIn;
  beforeAll(async () => {
    wechat = await openWechatStandIn();
    t = await buildTestApp({ engine, config: talkingTo(wechat) });
  });
  afterAll(async () => {
    await t.close();
    await wechat.close();
  });
  beforeEach(async () => {
    t.time.set(at(12));
    t.problems.length = 0;
    wechat.taken.length = 0;
    n = await buildNeighbours(t, wechat);
  });
  const counts = () => t.deps.store.read((db) => countReceipts(db, n.c.communityId, 'notice', 'n1'));
  const statuses = async () => (await n.rows()).map(({ status, receipt }) => `${status} ${receipt}`.trim());

  it('sends one message to each who agreed, and takes one consent of each', async () => {
    const twice = await n.settle('王工', { consents: 2 });
    const once = await n.settle('李春梅', { consents: 1 });
    const never = await n.settle('赵明');
    const bodiless = await n.settle('孙丽', { account: false });
    const people = [twice, once, never, bodiless, twice];
    const { residentIds } = n.outgoing(people);
    const expected = await t.deps.store.read((db) => countReachable(db, t.deps, n.c.communityId, residentIds, 'notice'));
    expect(expected).toEqual({ wechat: 2, sms: 0 });
    expect(await n.reach(people)).toEqual(expected);
    expect([await n.remaining(twice), await n.remaining(once)]).toEqual([1, 0]);
    expect(await counts()).toMatchObject({ wechat: { waiting: 2, sent: 0, failed: 0 } });
    await n.send();
    expect(wechat.taken.map(({ touser }) => touser).sort()).toEqual([once.openid, twice.openid].sort());
    expect(wechat.taken[0]).toMatchObject({
      template_id: noticeTemplate,
      page: 'bulletin/pages/notice/index?id=n1',
      miniprogram_state: 'formal',
      data: {
        thing1: { value: '停水通知' },
        thing4: { value: '3栋' },
        time3: { value: '2026年11月21日 12:00' },
        thing6: { value: '请提前储水' },
      },
    });
    expect(await counts()).toMatchObject({ wechat: { waiting: 0, sent: 2, failed: 0 } });
    // The other side's id has more digits than a number keeps.
    expect((await n.rows()).map(({ receipt }) => receipt).sort()).toEqual(wechat.taken.map(({ msgid }) => msgid).sort());
    // The last consent of one is used up: the next notice reaches the other alone.
    expect(await n.reach(people)).toEqual({ wechat: 1, sms: 0 });
    await n.send();
    await n.send();
    expect(wechat.taken).toHaveLength(3);
  });

  it('reaches nobody where the write is undone, and takes no consent', async () => {
    const who = await n.settle('王工', { consents: 1 });
    const undone = t.deps.store.write(async (tx) => {
      await reach(tx, t.deps, n.outgoing([who]), t.time.now());
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await n.remaining(who)).toBe(1);
    expect(await n.rows()).toEqual([]);
  });

  it('holds everything but emergencies until seven in the morning', async () => {
    const sleeper = await n.settle('王工', { consents: 2 });
    t.time.set(at(22));
    await n.reach([sleeper]);
    await n.reach([sleeper], { category: 'urgent' });
    await n.send();
    expect(await statuses()).toHaveLength(2);
    expect(wechat.taken).toHaveLength(1);
    t.time.set(at(24 + 6, 59));
    await n.send();
    expect(wechat.taken).toHaveLength(1);
    t.time.set(at(24 + 7));
    await n.send();
    expect(wechat.taken).toHaveLength(2);
  });

  it('sends nothing at night that became due by day while no server ran', async () => {
    const sleeper = await n.settle('王工', { consents: 1 });
    await n.reach([sleeper]);
    t.time.set(at(23));
    await n.send();
    expect(wechat.taken).toHaveLength(0);
    t.time.set(at(24 + 7));
    await n.send();
    expect(wechat.taken).toHaveLength(1);
  });

  it('writes nothing by night about what waits for the morning', async () => {
    const sleeper = await n.settle('王工', { consents: 1 });
    await n.reach([sleeper]);
    t.time.set(at(23));
    const { writes } = t.deps.store.stats;
    for (let i = 0; i < 5; i += 1) await n.send();
    expect(t.deps.store.stats.writes).toBe(writes);
    t.time.set(at(24 + 7));
    await n.send();
    expect(wechat.taken).toHaveLength(1);
  });

  it('counts consents given and taken at the same moment, each once', async () => {
    const who = await n.settle('王工', { consents: 30 });
    for (let round = 0; round < 10; round += 1) {
      const give = () => t.deps.store.write((tx) => addConsent(tx, who.account, 'notice', { from: 'app' }, t.time.now()));
      const take = () => t.deps.store.write((tx) => takeConsents(tx, [who.account], 'notice'));
      await Promise.all([give(), take(), give(), take(), take()]);
    }
    expect(await n.remaining(who)).toBe(20);
    await Promise.all(Array.from({ length: 25 }, () => t.deps.store.write((tx) => takeConsents(tx, [who.account], 'notice'))));
    expect(await n.remaining(who)).toBe(0);
  });

  it('queues nothing that could go out only when it is over', async () => {
    const voter = await n.settle('王工', { consents: 1 });
    t.time.set(at(22, 30));
    expect(await n.reach([voter], { until: at(23) })).toEqual({ wechat: 0, sms: 0 });
    expect(await n.remaining(voter)).toBe(1);
  });

  it('tries again later and later while WeChat is busy, and gives the consent back in the end', async () => {
    const who = await n.settle('王工', { consents: 1 });
    await n.reach([who]);
    const before = wechat.sendings();
    wechat.disturb(-1, 45009, 'busy', -1, -1, -1);
    const pauses: number[] = [];
    for (let i = 0; i < 8; i++) {
      await n.send();
      const [row] = await n.rows();
      if (row?.nextAt === null || row === undefined) break;
      pauses.push(row.nextAt - t.time.now());
      t.time.set(row.nextAt - 1);
      await n.send();
      expect(wechat.sendings() - before).toBe(pauses.length);
      t.time.set(row.nextAt);
    }
    expect(wechat.sendings() - before).toBe(6);
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(pauses).toHaveLength(5);
    expect(await statuses()).toEqual(['failed -1']);
    expect(await n.remaining(who)).toBe(1);
    expect(await counts()).toMatchObject({ wechat: { waiting: 0, sent: 0, failed: 1 } });
  });

  it('goes on after a pause', async () => {
    const who = await n.settle('王工', { consents: 1 });
    await n.reach([who]);
    wechat.disturb(-1);
    await n.send();
    expect(await statuses()).toEqual(['waiting -1']);
    t.time.advance(minute);
    await n.send();
    expect(wechat.taken).toHaveLength(1);
  });

  it('takes a refusal for want of consent as the end of all consents', async () => {
    const who = await n.settle('王工', { consents: 3 });
    await n.reach([who]);
    wechat.disturb(43101);
    await n.send();
    expect(await statuses()).toEqual(['failed 43101']);
    expect(await n.remaining(who)).toBe(0);
  });

  it.each([47003, 40037, 40003, 41030])('fails at once with %i, gives the consent back and says so in the log', async (code) => {
    const who = await n.settle('王工', { consents: 1 });
    await n.reach([who]);
    wechat.disturb(code);
    await n.send();
    expect(await statuses()).toEqual([`failed ${code}`]);
    expect(await n.remaining(who)).toBe(1);
    expect(t.problems.map(({ message }) => message)).toContain('WeChat refused a call');
  });

  it('never sends again what may have arrived', async () => {
    const who = await n.settle('王工', { consents: 2 });
    await n.reach([who]);
    wechat.disturb('broken');
    await n.send();
    expect(await statuses()).toEqual(['unknown unanswered']);
    t.time.advance(24 * 60 * minute);
    await n.send();
    expect(wechat.taken).toHaveLength(1);
    expect(await n.remaining(who)).toBe(1);
  });

  it('fetches a new access token when the old one is no longer good, once for all that wait', async () => {
    const people = await Promise.all(['甲', '乙', '丙', '丁'].map((name) => n.settle(name, { consents: 1 })));
    await n.reach(people);
    await n.send();
    const given = wechat.tokensGiven();
    wechat.revokeTokens();
    const more = await Promise.all(['戊', '己', '庚', '辛'].map((name) => n.settle(name, { consents: 1 })));
    await n.reach(more);
    await n.send();
    expect(wechat.taken).toHaveLength(8);
    expect(wechat.tokensGiven()).toBe(given + 1);
  });

  it('drops what the person has turned off meanwhile, or what no longer holds, and gives the consents back', async () => {
    const first = await n.settle('王工', { consents: 1 });
    const second = await n.settle('李春梅', { consents: 1 });
    await n.reach([first]);
    await n.reach([second], { owner: { kind: 'notice', id: 'n2' } });
    const { communityId } = n.c;
    await t.deps.store.write(async (tx) => {
      await tx.insert(tx.t.outreachChoices).values({ communityId, residentId: first.resident, off: { notice: ['wechat'] } });
      await dropWaiting(tx, { communityId, owner: { kind: 'notice', id: 'n2' } }, t.time.now());
    });
    await n.send();
    expect(await statuses()).toEqual(['dropped', 'dropped']);
    expect(wechat.taken).toEqual([]);
    expect([await n.remaining(first), await n.remaining(second)]).toEqual([1, 1]);
  });

  it('holds more people than fit in one statement', async () => {
    const { communityId } = n.c;
    const ids = Array.from({ length: 1200 }, () => t.deps.newId());
    await t.deps.store.write(async (tx) => {
      for (let i = 0; i < ids.length; i += 400) {
        const some = ids.slice(i, i + 400);
        await tx.insert(tx.t.accounts).values(some.map((id) => ({ id, openid: `o-${id}`, unionid: null, phone: null, name: '', demo: null, createdAt: 0 })));
        const blank = { name: '住户', alias: '', phone: null, partyMember: false, birthDay: null, createdAt: 0 };
        await tx.insert(tx.t.residents).values(some.map((id) => ({ communityId, id, accountId: id, ...blank })));
        const counted = { template: 'notice', remaining: 1, ahead: 0, eventAt: 0, at: 0 };
        await tx.insert(tx.t.outreachConsents).values(some.map((id) => ({ accountId: id, ...counted })));
      }
    });
    const people = ids.map((id) => ({ account: id, resident: id, openid: `o-${id}` }));
    expect(await n.reach(people)).toEqual({ wechat: 1200, sms: 0 });
    expect(await counts()).toMatchObject({ wechat: { waiting: 1200 } });
    await t.deps.store.write((tx) => dropWaiting(tx, { communityId, owner: { kind: 'notice', id: 'n1' } }, t.time.now()));
    expect(await counts()).toMatchObject({ wechat: { waiting: 0, failed: 1200 } });
  });

  it('is kept for half a year, so that somebody can ask what was sent', async () => {
    const who = await n.settle('王工', { consents: 2 });
    await n.reach([who]);
    await n.send();
    const end = t.time.now() + 183 * 24 * 60 * minute;
    await beginHousekeeping(t.deps);
    t.time.set(end);
    await t.runTimers();
    expect(await n.rows()).toHaveLength(1);
    t.time.set(end + 61 * minute);
    await t.runTimers();
    expect(await n.rows()).toEqual([]);
  });
});
