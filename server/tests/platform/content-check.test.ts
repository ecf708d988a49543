import { platformApi } from '@bandeng/shared/platform/api.ts';
import { fillPath } from '@bandeng/shared/kernel/api.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContentCheck, Verdict } from '../../src/platform/content-check/content-check.ts';
import { piecesOf } from '../../src/platform/content-check/open-content-check.ts';
import { askMediaCheck, requestMediaCheck } from '../../src/platform/content-check/request-media-check.ts';
import type { Engine } from '../../src/platform/engine.ts';
import { communityEngine } from '../../src/community/engine.ts';
import { foundTestCommunity, type TestCommunity } from '../community/found.ts';
import { boundary, formOf } from '../policy/world.ts';
import { engines } from './engines.ts';
import { buildTestApp, makeCommandId, type TestApp } from './test-app.ts';
import { openWechatStandIn, type WechatStandIn } from './wechat-stand-in.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('a long text', () => {
  it.each([0, 1, 2500, 2501, 4950, 4951, 9000])('of %i characters is looked at whole, in pieces that WeChat takes', (length) => {
    const text = Array.from({ length }, (_, i) => String.fromCodePoint(0x4e00 + (i % 5000))).join('');
    const pieces = piecesOf(text);
    expect(pieces.every((piece) => [...piece].length <= 2500)).toBe(true);
    expect(pieces.map((piece, i) => (i === 0 ? piece : [...piece].slice(50).join(''))).join('')).toBe(text);
  });
});

describe.each(engines)('the check of what people write and show on %s', (engine) => {
  let t: TestApp;
  let c: TestCommunity;
  let wechat: WechatStandIn;
  let writer: string;
  const heard: { ownerId: string; verdict: Verdict }[] = [];
  const waiting: Engine = {
    name: 'waiting',
    serve: () => {},
    mediaChecked: { picture: async (_tx, { ownerId, verdict }) => void heard.push({ ownerId, verdict }) },
  };
  beforeAll(async () => {
    wechat = await openWechatStandIn();
    const talking = { wechat: { appId: wechat.appId, secret: wechat.secret, baseUrl: wechat.baseUrl }, wechatPushToken: wechat.pushToken };
    t = await buildTestApp({ engine, engines: [communityEngine, waiting], config: { ...talking, bannedWords: ['黑车'] } });
    c = await foundTestCommunity(t);
    writer = await t.addAccount({ name: '王工', openid: 'o-writer' });
  });
  afterAll(async () => {
    await t.close();
    await wechat.close();
  });
  beforeEach(() => {
    wechat.fail(null);
    wechat.askedTexts.length = 0;
    heard.length = 0;
  });
  const check = (text: string, accountId = writer) => t.deps.contentCheck.checkText({ text, accountId });
  const upload = async () => {
    const answer = await t.app.inject({
      method: 'POST',
      url: fillPath(platformApi.uploadFile.path, c.params),
      headers: {
        authorization: `Bearer ${await t.tokenOf(c.admin)}`,
        'idempotency-key': makeCommandId(),
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      payload: formOf('photo.png', png),
    });
    return answer.json<{ id: string }>().id;
  };
  const start = async (ownerId: string, accountId = writer) => {
    const fileId = await upload();
    const owner = { kind: 'picture', id: ownerId };
    await askMediaCheck(t.deps, { communityId: c.communityId, fileId, accountId, owner }, 1);
    return { fileId, asked: wechat.askedMedia.at(-1) };
  };
  const judge = (traceId: string, suggest: 'pass' | 'review' | 'risky') =>
    t.app.inject(wechat.makePush(wechat.judgeMedia(traceId, suggest), t.time.now()));

  it('finds words of the list by itself, and asks WeChat about the rest', async () => {
    expect(await check('专业网 络-赌*博')).toEqual({ pass: false, reason: 'words', detail: '网络赌博' });
    expect(await check('黑车接送')).toEqual({ pass: false, reason: 'words', detail: '黑车' });
    expect(wechat.askedTexts).toEqual([]);
    expect(await check('今晚八点停水')).toEqual({ pass: true });
    expect(wechat.askedTexts).toEqual([{ content: '今晚八点停水', openid: 'o-writer', scene: 3 }]);
    expect(await check('来下注吧')).toEqual({ pass: false, reason: 'check', detail: '20002' });
    expect(await check('疑似广告')).toEqual({ pass: false, reason: 'check', detail: '21000' });
  });

  it('looks at the end of a long text as well', async () => {
    expect(await check(`${'长'.repeat(6000)}下注`)).toMatchObject({ pass: false, reason: 'check' });
    expect(wechat.askedTexts.length).toBe(3);
  });

  it('goes by the words alone for people without WeChat, and when WeChat does not answer, which is counted', async () => {
    const other = await t.addAccount({ name: '李春梅' });
    expect(await check('来下注吧', other)).toEqual({ pass: true });
    const before = t.deps.contentCheck.stats.unanswered;
    wechat.fail(-1);
    expect(await check('来下注吧')).toEqual({ pass: true });
    expect(t.deps.contentCheck.stats.unanswered).toBe(before + 1);
    expect((await t.app.inject({ method: 'GET', url: '/metrics' })).body).toContain(`content_checks_unanswered ${before + 1}`);
  });

  it('shows WeChat a picture for half an hour, and nobody anything else', async () => {
    const { asked, fileId } = await start('p0');
    const path = asked?.media_url.replace(t.deps.config.publicUrl, '') ?? '';
    expect(asked).toMatchObject({ media_type: 2, openid: 'o-writer' });
    const shown = await t.app.inject({ method: 'GET', url: path });
    expect([shown.statusCode, shown.headers['content-type'], shown.headers['cache-control']]).toEqual([200, 'image/png', 'no-store']);
    const kept = await readFile(join(t.place.dataDir, 'files', c.communityId, fileId));
    expect(shown.rawPayload.equals(kept)).toBe(true);
    const another = await upload();
    const parts = path.split('.');
    for (const wrong of [path.slice(0, -1), path.replace(parts[1] ?? '', another), `${path}.x`, '/api/check-files/x', path.replace(/\.\d+\./, '.9999999999999.')]) {
      expect((await t.app.inject({ method: 'GET', url: wrong })).statusCode).toBe(404);
    }
    t.time.advance(30 * 60_000);
    expect((await t.app.inject({ method: 'GET', url: path })).statusCode).toBe(404);
    await t.runTimers();
  });

  it('hands the answer to the engine that waits for it, once', async () => {
    const [good, bad] = [await start('p1'), await start('p2')];
    expect((await judge(good.asked?.traceId ?? '', 'pass')).body).toBe('success');
    await judge(bad.asked?.traceId ?? '', 'review');
    const answers = [
      { ownerId: 'p1', verdict: { pass: true } },
      { ownerId: 'p2', verdict: { pass: false, reason: 'check', detail: '20002' } },
    ];
    expect(heard).toEqual(answers);
    t.time.advance(31 * 60_000);
    await t.runTimers();
    expect(heard).toEqual(answers);
  });

  it('leaves to a person what WeChat could not look at, or never answered', async () => {
    const failed = await start('p3');
    const event = { ...wechat.judgeMedia(failed.asked?.traceId ?? '', 'pass'), errcode: -1008 };
    await t.app.inject(wechat.makePush(event, t.time.now()));
    expect(heard).toEqual([{ ownerId: 'p3', verdict: { pass: false, reason: 'check', detail: 'error -1008' } }]);
    heard.length = 0;
    const late = await start('p4');
    t.time.advance(30 * 60_000 - 1);
    await t.runTimers();
    expect(heard).toEqual([]);
    t.time.advance(1);
    await t.runTimers();
    const answers = [{ ownerId: 'p4', verdict: { pass: false, reason: 'check', detail: 'timeout' } }];
    expect(heard).toEqual(answers);
    await judge(late.asked?.traceId ?? '', 'pass');
    expect(heard).toEqual(answers);
  });

  it('says when it cannot ask: at once without a WeChat account, later when WeChat gives no answer', async () => {
    await start('p5', c.admin);
    const unasked = { pass: false, reason: 'check', detail: 'unasked' };
    expect(heard).toEqual([{ ownerId: 'p5', verdict: unasked }]);
    wechat.fail(45009);
    await start('p6');
    expect(heard).toHaveLength(1);
  });

  /** A picture that is attached to what waits, asked for inside a write. */
  const request = async (ownerId: string) => {
    const fileId = await upload();
    const owner = { kind: 'picture', id: ownerId };
    await t.deps.store.write(async (tx) => {
      const { files: f } = tx.t;
      await tx.update(f).set({ ownerKind: owner.kind, ownerId }).where(and(eq(f.communityId, c.communityId), eq(f.id, fileId)));
      await requestMediaCheck(tx, t.deps, { communityId: c.communityId, fileId, accountId: writer, owner }, t.time.now());
    });
    return fileId;
  };
  const minutes = async (n: number) => {
    t.time.advance(n * 60_000);
    await t.runTimers();
  };
  const settled = () => vi.waitFor(() => expect(t.deps.contentCheck.stats.unanswered).toBe(unanswered + 1), 10_000);
  let unanswered = 0;
  const again = () => {
    unanswered = t.deps.contentCheck.stats.unanswered;
  };

  it('is asked for again when WeChat was out of reach, and answers once', async () => {
    wechat.fail(-1);
    again();
    await request('p7');
    await settled();
    wechat.fail(null);
    const before = wechat.askedMedia.length;
    await minutes(1);
    await vi.waitFor(() => expect(wechat.askedMedia.length).toBe(before + 1), 10_000);
    // The answer comes when its trace is known; one that overtakes it is heard a moment later.
    await judge(wechat.askedMedia.at(-1)?.traceId ?? '', 'pass');
    expect(heard).toEqual([{ ownerId: 'p7', verdict: { pass: true } }]);
    await minutes(600);
    expect(wechat.askedMedia.length).toBe(before + 1);
    expect(heard).toHaveLength(1);
  });

  it('is left to a person after the last try', async () => {
    wechat.fail(-1);
    again();
    await request('p8');
    for (const pause of [1, 5, 15]) {
      await settled();
      again();
      await minutes(pause);
    }
    await settled();
    await minutes(59);
    expect(heard).toEqual([]);
    await minutes(1);
    expect(heard).toEqual([{ ownerId: 'p8', verdict: { pass: false, reason: 'check', detail: 'unasked' } }]);
    wechat.fail(null);
    const before = wechat.askedMedia.length;
    await minutes(600);
    expect(wechat.askedMedia.length).toBe(before);
  });

  it('is asked for by the next process when the one that wanted to died, and not for what was let go of', async () => {
    const { contentCheck } = t.deps;
    // A process that dies right after the write never comes to ask.
    const died: ContentCheck = { ...contentCheck, startMediaCheck: () => new Promise(() => {}) };
    Object.assign(t.deps, { contentCheck: died });
    const [fileId, gone] = [await request('p9'), await request('p10')];
    Object.assign(t.deps, { contentCheck });
    await t.deps.store.write(async (tx) => {
      const { files: f } = tx.t;
      await tx.update(f).set({ ownerKind: null, ownerId: null }).where(and(eq(f.communityId, c.communityId), eq(f.id, gone)));
    });
    const talking = { wechat: t.deps.config.wechat, wechatPushToken: wechat.pushToken };
    const next = await buildTestApp({ engine, place: t.place, time: t.time, engines: [communityEngine, waiting], config: talking });
    const before = wechat.askedMedia.length;
    t.time.advance(60_000);
    await next.runTimers();
    await vi.waitFor(() => expect(wechat.askedMedia.length).toBe(before + 1), 10_000);
    expect(wechat.askedMedia.at(-1)?.media_url).toContain(fileId);
    await next.app.inject(wechat.makePush(wechat.judgeMedia(wechat.askedMedia.at(-1)?.traceId ?? '', 'risky'), t.time.now()));
    expect(heard).toEqual([{ ownerId: 'p9', verdict: { pass: false, reason: 'check', detail: '20002' } }]);
    const failed = [...t.problems, ...next.problems].filter(({ message }) => message.includes('could not be started'));
    expect(failed).toEqual([]);
    await next.close();
  });
});
