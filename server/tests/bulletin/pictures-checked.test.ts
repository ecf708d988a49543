import { bulletinApi as api } from '@bandeng/shared/bulletin/api.ts';
import { chatApi } from '@bandeng/shared/chat/api.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { dispatchOutbox } from '../../src/outreach/dispatch.ts';
import { allowMessages } from '../chat/allow-messages.ts';
import { download, pdf, png, upload } from '../chat/upload-file.ts';
import { replyTemplate, talkingTo } from '../outreach/neighbours.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { openWechatStandIn, type WechatStandIn } from '../platform/wechat-stand-in.ts';
import { buildDoorVillage, type DoorVillage } from './door-village.ts';

describe.each(engines)('pictures of notices on %s', { timeout: 60_000 }, (engine) => {
  let t: TestApp;
  let v: DoorVillage;
  let wechat: WechatStandIn;
  beforeAll(async () => {
    wechat = await openWechatStandIn();
    t = await buildTestApp({ engine, config: talkingTo(wechat) });
    t.time.set(Date.UTC(2026, 10, 21, 4));
    v = await buildDoorVillage(t);
    for (const key of ['李春梅', '孙主任', '王工']) await allowMessages(t, wechat, v.people[key]?.account ?? '', `o-${key}-${engine}`);
  });
  afterAll(async () => {
    await t.close();
    await wechat.close();
  });
  beforeEach(() => {
    wechat.askedMedia.length = 0;
    wechat.taken.length = 0;
  });

  const account = (key: string) => v.people[key]?.account ?? '';
  const uploaded = (name = '现场.png', content = png) => upload(t, v.c.communityId, account('李春梅'), content, name);
  const asked = (n: number) =>
    vi.waitFor(async () => {
      expect(wechat.askedMedia).toHaveLength(n);
      const rows = await t.deps.store.read((db) => db.select().from(db.t.mediaChecks));
      expect(rows.length).toBeGreaterThanOrEqual(n);
    }, 10_000);
  const judge = async (fileId: string, suggest: 'pass' | 'review' | 'risky') => {
    const { traceId = '' } = wechat.askedMedia.find(({ media_url: url }) => url.includes(fileId)) ?? {};
    expect((await t.app.inject(wechat.makePush(wechat.judgeMedia(traceId, suggest), t.time.now()))).body).toBe('success');
    while (await dispatchOutbox(t.deps));
  };
  const told = () =>
    wechat.taken.filter(({ template_id: id }) => id === replyTemplate).map(({ touser, data }) => [touser, data['thing6']?.value]);
  const read = (key: string, id: string) => v.by(key).get(api.getNotice, { params: v.at(id) });
  const idsOf = (files: readonly { id: string }[]) => files.map(({ id }) => id);

  test('are looked at when they are attached, once, and other files are not', async () => {
    const [picture, paper] = [await uploaded(), await uploaded('通知.pdf', pdf)];
    const id = await v.draft('李春梅', { fileIds: [picture, paper] });
    await asked(1);
    expect(wechat.askedMedia[0]).toMatchObject({ openid: `o-李春梅-${engine}`, media_type: 2 });
    const another = await uploaded();
    const { category, title, body, scope, needsAck, expiresAt } = await read('李春梅', id);
    const areaIds = idsOf(scope.areas);
    const input = { category, title, body, areaIds, bodyIds: [], needsAck, expiresAt, fileIds: [picture, paper, another] };
    await v.by('李春梅').post(api.editNotice, { params: v.at(id), body: input });
    await asked(2);
    await judge(picture, 'pass');
    await judge(another, 'pass');
    expect(idsOf((await read('李春梅', id)).files)).toEqual([picture, paper, another]);
    expect(told()).toEqual([]);
  });

  test('that are risky are taken out of every version with a mark; author and committee are told', async () => {
    const [bad, good] = [await uploaded(), await uploaded()];
    const id = await v.publish('李春梅', { fileIds: [bad, good] });
    await asked(2);
    const change = { title: '改期', body: '改到周五。', change: '改期', version: 1, fileIds: [bad, good] };
    const { publicPath } = await v.by('李春梅').post(api.correctNotice, { params: v.at(id), body: change });
    const noticeToken = /token=([A-Za-z0-9_-]+)$/.exec(publicPath ?? '')?.[1] ?? '';
    expect(await download(t, v.c.communityId, account('王工'), bad)).toBe(200);
    const before = await v.told('李春梅');
    await judge(good, 'pass');
    await judge(bad, 'risky');
    for (const key of ['王工', '李春梅', '孙主任']) {
      const notice = await read(key, id);
      expect([idsOf(notice.files), notice.withheldFiles, notice.version]).toEqual([[good], 1, 2]);
      expect(notice.versions.map(({ files }) => idsOf(files))).toEqual([[good], [good]]);
      expect(await download(t, v.c.communityId, account(key), bad)).toBe(404);
    }
    const publicly = await t.as(null).get(api.getPublicNotice, { params: { noticeToken } });
    expect([idsOf(publicly.files), publicly.withheldFiles]).toEqual([[good], 1]);
    const sheet = await t.app.inject({ url: `/api/public/notices/${noticeToken}/sheet?lang=zh` });
    expect(sheet.body).toContain('有 1 张图片未通过内容检查');
    expect((await t.app.inject({ url: `/api/public/notices/${noticeToken}/files/${bad}` })).statusCode).toBe(404);
    expect(told().sort()).toEqual([
      [`o-孙主任-${engine}`, '有图片未通过检查，已撤下'],
      [`o-李春梅-${engine}`, '有图片未通过检查，已撤下'],
    ].sort());
    expect(await v.told('李春梅')).toBe(before + 1);
    const again = { ...change, version: 2, fileIds: [bad] };
    expect(await v.by('李春梅').refused(api.correctNotice, { params: v.at(id), body: again })).toBe('file-attached');
  });

  test('of a draft concern its author alone; doubtful ones stay and are shown to people', async () => {
    const [bad, doubtful] = [await uploaded(), await uploaded()];
    const draft = await v.draft('李春梅', { fileIds: [bad] });
    const out = await v.publish('李春梅', { fileIds: [doubtful] });
    await asked(2);
    await judge(bad, 'risky');
    expect(told()).toEqual([[`o-李春梅-${engine}`, '有图片未通过检查，已撤下']]);
    expect((await read('李春梅', draft)).withheldFiles).toBe(1);
    wechat.taken.length = 0;
    await judge(doubtful, 'review');
    expect(told().map(([who]) => who).sort()).toEqual([`o-孙主任-${engine}`, `o-李春梅-${engine}`].sort());
    const notice = await read('王工', out);
    expect([idsOf(notice.files), notice.withheldFiles]).toEqual([[doubtful], 0]);
  });

  test('stay where WeChat never answers, and an answer about what was let go of changes nothing', async () => {
    const [kept, gone] = [await uploaded(), await uploaded()];
    const id = await v.publish('李春梅', { fileIds: [kept] });
    const discarded = await v.draft('李春梅', { fileIds: [gone] });
    await asked(2);
    await v.by('李春梅').post(api.discardNotice, { params: v.at(discarded) });
    await judge(gone, 'risky');
    t.time.advance(31 * 60_000);
    await t.runTimers();
    const notice = await read('王工', id);
    expect([idsOf(notice.files), notice.withheldFiles]).toEqual([[kept], 0]);
    expect(told()).toEqual([]);
  });

  test('nobody keeping order in a group misses what waits for them: near ones first, the committee a day later', async () => {
    const groupId = `area-${v.buildings['1'] ?? ''}`;
    const params = { communityId: v.c.communityId, groupId };
    const say = () => v.by('王工').post(chatApi.sendMessage, { params, body: { kind: 'text', text: '代开发票' } });
    const { held } = await say();
    await say();
    const pass = async (minutes: number) => {
      t.time.advance(minutes * 60_000);
      await t.runTimers();
      while (await dispatchOutbox(t.deps));
    };
    await pass(4);
    expect(told()).toEqual([]);
    await pass(1);
    expect(told()).toEqual([[`o-李春梅-${engine}`, '有2条消息等待处理']]);
    wechat.taken.length = 0;
    const at = { communityId: v.c.communityId, heldId: held?.id ?? '' };
    await v.by('李春梅').post(chatApi.decideHeld, { params: at, body: { release: false, reason: '广告' } });
    await pass(24 * 60);
    expect(told().sort()).toEqual([`o-李春梅-${engine}`, `o-孙主任-${engine}`].map((who) => [who, '有1条消息等待处理']).sort());
    const { items } = await v.by('孙主任').get(chatApi.listHeld, { params: { communityId: v.c.communityId }, query: {} });
    for (const { id: heldId } of items) {
      await v.by('孙主任').post(chatApi.decideHeld, { params: { ...at, heldId }, body: { release: false, reason: '广告' } });
    }
    wechat.taken.length = 0;
    await pass(48 * 60);
    expect(told()).toEqual([]);
    expect(t.problems).toEqual([]);
  });
});
