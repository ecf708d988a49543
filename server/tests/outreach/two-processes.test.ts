import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leaseBatch } from '../../src/outreach/lease-batch.ts';
import { startJobs } from '../../src/platform/jobs/start-jobs.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { openWechatStandIn, type WechatStandIn } from '../platform/wechat-stand-in.ts';
import { buildNeighbours, talkingTo, type Neighbours } from './neighbours.ts';

describe.each(engines)('an outbox that two processes share on %s', (engine) => {
  let one: TestApp;
  let other: TestApp;
  let n: Neighbours;
  let wechat: WechatStandIn;
  beforeEach(async () => {
    wechat = await openWechatStandIn();
    const config = talkingTo(wechat);
    one = await buildTestApp({ engine, config });
    other = await buildTestApp({ engine, config, place: one.place, time: one.time });
    n = await buildNeighbours(one, wechat);
  });
  afterEach(async () => {
    await other.close();
    await one.close();
    await wechat.close();
  });
  const settleMany = (count: number) => Promise.all(Array.from({ length: count }, (_, i) => n.settle(`住户${i}`, { consents: 1 })));
  const statuses = async () => (await n.rows()).map(({ status }) => status);

  it('sends nothing twice and forgets nothing', async () => {
    const people = await settleMany(60);
    await n.reach(people);
    await Promise.all([n.send(one), n.send(other), n.send(one), n.send(other)]);
    expect(wechat.sendings()).toBe(60);
    expect(wechat.taken.map(({ touser }) => touser).sort()).toEqual(people.map(({ openid }) => openid).sort());
    expect(new Set(await statuses())).toEqual(new Set(['sent']));
    // Either process fetched a token at most: the shelf is common, and the stable interface gives the same to both.
    expect(wechat.tokensGiven()).toBeLessThanOrEqual(2);
  });

  it('does not fight for the access token', async () => {
    await n.reach(await settleMany(4));
    await Promise.all([n.send(one), n.send(other)]);
    wechat.revokeTokens();
    const given = wechat.tokensGiven();
    await n.reach(await settleMany(40));
    await Promise.all([n.send(one), n.send(other)]);
    expect(wechat.taken).toHaveLength(44);
    expect(wechat.tokensGiven() - given).toBeLessThanOrEqual(2);
  });

  it('takes what a dead process had in its hands for lost, and the rest goes on', async () => {
    await n.reach(await settleMany(20));
    const { leased, more } = await leaseBatch(other.deps);
    expect([leased.length, more]).toEqual([16, true]);
    await n.send(one);
    expect(wechat.taken).toHaveLength(4);
    one.time.advance(59_000);
    await n.send(one);
    expect((await statuses()).filter((status) => status === 'sending')).toHaveLength(16);
    one.time.advance(1_000);
    await n.send(one);
    expect((await statuses()).filter((status) => status === 'unknown')).toHaveLength(16);
    expect(wechat.sendings()).toBe(4);
  });

  it('leaves a message given up when its sender wakes after the lease', async () => {
    await n.reach(await settleMany(1));
    wechat.onSending(async () => {
      wechat.onSending(null);
      one.time.advance(60_000);
      await n.send(other);
    });
    await n.send(one);
    expect(wechat.taken).toHaveLength(1);
    expect(await statuses()).toEqual(['unknown']);
    await n.send(other);
    expect(wechat.sendings()).toBe(1);
  });

  it('is emptied by the jobs of a running server, which finish what they are sending before they stop', async () => {
    const stop = await startJobs(one.deps);
    await n.reach(await settleMany(3));
    await expect.poll(() => wechat.taken.length, { timeout: 20_000 }).toBe(3);
    let answer: (() => void) | undefined;
    wechat.onSending(() => new Promise((resolve) => (answer = resolve)));
    await n.reach(await settleMany(1));
    await expect.poll(() => answer !== undefined, { timeout: 20_000 }).toBe(true);
    const stopped = stop();
    answer?.();
    await stopped;
    expect(new Set(await statuses())).toEqual(new Set(['sent']));
  });
});
