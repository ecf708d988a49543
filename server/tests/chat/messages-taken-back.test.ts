import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, makeCommandId, type TestApp } from '../platform/test-app.ts';
import { readChannel, seedGroup, send, takeOut, type TestGroup } from './seed-group.ts';
import { download, pdf, png, upload } from './upload-file.ts';

describe.each(engines)('messages taken back on %s', (engine) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
  });
  afterAll(() => t.close());

  const at = (g: TestGroup, seq: number) => ({ ...g.params, messageSeq: String(seq) });
  const history = (g: TestGroup) => t.as(g.v.by.supervisor).get(api.listMessages, { params: g.params });

  /** Everything that the database knows of the group, and the kept replies of its senders. */
  const dump = (g: TestGroup) =>
    t.deps.store.read(async (db) =>
      JSON.stringify([
        await db.select().from(db.t.messages).where(eq(db.t.messages.groupId, g.groupId)),
        await db.select().from(db.t.channelEvents),
        await db.select().from(db.t.commands),
        await db.select().from(db.t.heldMessages),
      ]),
    );

  test('within two minutes the author takes it back, and its words are nowhere any more', async () => {
    const g = await seedGroup(t);
    const secret = '我家备用钥匙在花盆下';
    const commandId = makeCommandId();
    await send(t, g, 'neighbour', secret, commandId);
    t.time.advance(120_000);
    const recalled = await t.as(g.v.by.neighbour).post(api.recallMessage, { params: at(g, 1) });
    expect(recalled).toMatchObject({ seq: 1, text: '', file: null, quote: null, card: null, state: 'recalled' });
    expect(recalled.author?.label).toBe('neighbour 3-2-101');
    expect((await history(g)).items).toEqual([recalled]);
    expect(await readChannel(t, g)).toEqual([
      { seq: 1, type: 'message-posted', data: recalled },
      { seq: 2, type: 'message-changed', data: recalled },
    ]);
    const found = await t.as(g.v.by.neighbour).get(api.searchMessages, { params: g.params, query: { text: '钥匙' } });
    expect(found.items).toEqual([]);
    expect(await dump(g)).not.toContain('钥匙');
    const body = { kind: 'text', text: secret } as const;
    const retried = await t.as(g.v.by.neighbour).post(api.sendMessage, { params: g.params, body, commandId });
    expect(retried).toEqual({ message: recalled, held: null });
  });

  test('what leaders were answered about it meanwhile holds nothing of it either', async () => {
    const g = await seedGroup(t);
    const { communityId } = g.params;
    const leader = t.as(g.v.by.owner);
    await send(t, g, 'neighbour', '我家备用钥匙在花盆下');
    await leader.post(api.pinMessage, { params: g.params, body: { seq: 1 } });
    const [commandId, naming] = [makeCommandId(), 'alias' as const];
    const renamed = { params: g.params, body: { naming, version: 1 }, commandId };
    expect(await leader.post(api.updateGroup, renamed)).toMatchObject({ pinnedMessage: { seq: 1 }, last: { seq: 1 } });
    const { held } = await t.as(g.v.by.neighbour).post(api.sendMessage, { params: g.params, body: { kind: 'text', text: '网络赌博，钥匙' } });
    const decision = { params: { communityId, heldId: held?.id ?? '' }, body: { release: true, reason: '提醒' }, commandId: makeCommandId() };
    await leader.post(api.decideHeld, decision);
    for (const seq of [1, 2]) await t.as(g.v.by.neighbour).post(api.recallMessage, { params: at(g, seq) });
    expect(await dump(g)).not.toMatch(/钥匙|赌博/);
    const again = await leader.post(api.updateGroup, renamed);
    expect(again).toMatchObject({ name: '邻里群', naming, pinnedMessage: { text: '', state: 'recalled' }, last: { text: '', state: 'recalled' } });
    expect(await leader.post(api.decideHeld, decision)).toMatchObject({ status: 'released', text: '', detail: '' });
  });

  test('where it was quoted, nothing of it is left either', async () => {
    const g = await seedGroup(t);
    await send(t, g, 'neighbour', '我家备用钥匙在花盆下');
    await send(t, g, 'rep', { kind: 'text', text: '快撤回', quoteSeq: 1 });
    await t.as(g.v.by.neighbour).post(api.recallMessage, { params: at(g, 1) });
    const quote = { seq: 1, label: 'neighbour 3-2-101', kind: 'text', excerpt: '', state: 'recalled' };
    expect((await history(g)).items[1]).toMatchObject({ text: '快撤回', quote });
    const events = await readChannel(t, g);
    expect(events.map(({ type }) => type)).toEqual(['message-posted', 'message-posted', 'message-changed']);
    expect(events[1]?.data).toMatchObject({ text: '快撤回', quote });
    expect(await dump(g)).not.toContain('钥匙');
  });

  test('later, by somebody else, or twice → refused', async () => {
    const g = await seedGroup(t);
    await send(t, g, 'neighbour', '大家好');
    const refused = (who: 'neighbour' | 'rep', seq: number) => t.as(g.v.by[who]).refused(api.recallMessage, { params: at(g, seq) });
    expect(await refused('rep', 1)).toBe('not-found');
    expect(await refused('neighbour', 2)).toBe('not-found');
    expect(await t.as(g.v.by.neighbour).refused(api.recallMessage, { params: { ...g.params, messageSeq: 'x' } })).toBe('not-found');
    t.time.advance(120_001);
    expect(await refused('neighbour', 1)).toBe('recall-too-late');
    await send(t, g, 'neighbour', '再说一句');
    await t.as(g.v.by.neighbour).post(api.recallMessage, { params: at(g, 2) });
    expect(await refused('neighbour', 2)).toBe('message-gone');
  });

  test('a moderator deletes: gone for members, kept in its row, on record, out of search', async () => {
    const g = await seedGroup(t);
    await send(t, g, 'neighbour', '低价代办一切手续');
    const body = { reason: '广告' };
    expect(await t.as(g.v.by.supervisor).refused(api.deleteMessage, { params: at(g, 1), body })).toBe('not-allowed');
    expect(await t.as(g.v.by.secretary).refused(api.deleteMessage, { params: at(g, 1), body })).toBe('not-found');
    const deleted = await t.as(g.v.by.rep).post(api.deleteMessage, { params: at(g, 1), body });
    expect(deleted).toMatchObject({ state: 'deleted', text: '' });
    expect((await history(g)).items).toEqual([deleted]);
    expect(JSON.stringify(await readChannel(t, g))).not.toContain('代办');
    const found = await t.as(g.v.by.owner).get(api.searchMessages, { params: g.params, query: { text: '代办' } });
    expect(found.items).toEqual([]);
    const kept = await t.deps.store.read(async (db) => ({
      rows: await db.select().from(db.t.messages).where(eq(db.t.messages.groupId, g.groupId)),
      log: await db.select().from(db.t.moderationLog).where(eq(db.t.moderationLog.groupId, g.groupId)),
    }));
    expect(kept.rows[0]).toMatchObject({ text: '低价代办一切手续', stateReason: '广告', stateBy: g.v.residents.rep, terms: '' });
    expect(kept.log).toHaveLength(1);
    expect(kept.log[0]).toMatchObject({ action: 'deleted', seq: 1, byId: g.v.residents.rep, aboutId: g.v.residents.neighbour });
    expect(await t.as(g.v.by.rep).refused(api.deleteMessage, { params: at(g, 1), body })).toBe('message-gone');
    expect(await t.as(g.v.by.neighbour).refused(api.recallMessage, { params: at(g, 1) })).toBe('message-gone');
  });

  test('the committee deletes without being in the group', async () => {
    const g = await seedGroup(t);
    await send(t, g, 'owner', '低价代办一切手续');
    const deleted = await t.as(g.v.by.director).post(api.deleteMessage, { params: at(g, 1), body: { reason: '广告' } });
    expect(deleted.state).toBe('deleted');
  });

  test('a leader pins a message; when it is taken back nothing is pinned', async () => {
    const g = await seedGroup(t);
    await send(t, g, 'neighbour', '周六下午板凳会');
    const pin = (who: 'rep' | 'neighbour', seq: number | null) => ({ caller: t.as(g.v.by[who]), sent: { params: g.params, body: { seq } } });
    const member = pin('neighbour', 1);
    expect(await member.caller.refused(api.pinMessage, member.sent)).toBe('not-allowed');
    const leader = pin('rep', 1);
    await leader.caller.post(api.pinMessage, leader.sent);
    const none = pin('rep', 7);
    expect(await none.caller.refused(api.pinMessage, none.sent)).toBe('not-found');
    await t.as(g.v.by.neighbour).post(api.recallMessage, { params: at(g, 1) });
    const events = await readChannel(t, g);
    const pinned = events.filter(({ type }) => type === 'group-changed').map(({ data }) => (data as { pinnedSeq: number | null }).pinnedSeq);
    expect(pinned).toEqual([1, null]);
    expect(await leader.caller.refused(api.pinMessage, leader.sent)).toBe('message-gone');
  });

  test('members fetch the file of a message while it is shown, nobody once it was recalled', async () => {
    const g = await seedGroup(t);
    const { communityId } = g.params;
    const fileId = await upload(t, communityId, g.v.by.neighbour, png);
    const fetch = (who: 'neighbour' | 'supervisor' | 'rep' | 'secretary') => download(t, communityId, g.v.by[who], fileId);
    expect(await fetch('supervisor')).toBe(404);
    const sent = await send(t, g, 'neighbour', { kind: 'image', fileId });
    expect(sent.file).toMatchObject({ id: fileId, width: 1, height: 1, durationMs: null });
    expect(sent.file?.type).toMatch(/^image\//);
    expect(await fetch('supervisor')).toBe(200);
    expect(await fetch('secretary')).toBe(404);
    await takeOut(t, g, 'supervisor');
    expect(await fetch('supervisor')).toBe(404);
    await t.as(g.v.by.neighbour).post(api.recallMessage, { params: at(g, 1) });
    expect(await fetch('rep')).toBe(404);
  });

  test('the file of a deleted message is for its author and those who keep order alone', async () => {
    const g = await seedGroup(t);
    const { communityId } = g.params;
    const fileId = await upload(t, communityId, g.v.by.neighbour, pdf, '收费表.pdf');
    const sent = await send(t, g, 'neighbour', { kind: 'file', fileId });
    expect(sent.file).toMatchObject({ name: '收费表.pdf', type: 'application/pdf', size: pdf.length, width: null });
    const wrong = { kind: 'image', fileId: await upload(t, communityId, g.v.by.neighbour, pdf, 'x.pdf') } as const;
    expect(await t.as(g.v.by.neighbour).refused(api.sendMessage, { params: g.params, body: wrong })).toBe('file-kind-wrong');
    const again = { kind: 'file', fileId } as const;
    expect(await t.as(g.v.by.neighbour).refused(api.sendMessage, { params: g.params, body: again })).toBe('file-attached');
    await t.as(g.v.by.rep).post(api.deleteMessage, { params: at(g, 1), body: { reason: '乱收费' } });
    const fetch = (who: 'neighbour' | 'rep' | 'director' | 'supervisor') => download(t, communityId, g.v.by[who], fileId);
    expect(await fetch('supervisor')).toBe(404);
    expect(await fetch('neighbour')).toBe(200);
    expect(await fetch('rep')).toBe(200);
    expect(await fetch('director')).toBe(200);
  });
});
