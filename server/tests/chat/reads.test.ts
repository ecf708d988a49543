import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { seedGroup, send, takeOut, type TestGroup } from './seed-group.ts';

describe.each(engines)('reading on %s', (engine) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
  });
  afterAll(() => t.close());

  const mark = (g: TestGroup, who: 'neighbour' | 'supervisor' | 'rep', seq: number) =>
    t.as(g.v.by[who]).post(api.markRead, { params: g.params, body: { seq } });
  const readersOf = (g: TestGroup, who: 'neighbour' | 'rep', seq: number) =>
    t.as(g.v.by[who]).get(api.countReaders, { params: { ...g.params, messageSeq: String(seq) } });
  const say = async (g: TestGroup, count: number) => {
    for (let i = 1; i <= count; i += 1) {
      t.time.advance(1500);
      await send(t, g, 'neighbour', `第 ${i} 句`);
    }
  };

  test('the watermark moves forward only, never beyond the end, and other devices hear of it once', async () => {
    const g = await seedGroup(t);
    await say(g, 3);
    expect(await mark(g, 'supervisor', 2)).toEqual({ readSeq: 2, unread: 1 });
    expect(await mark(g, 'supervisor', 1)).toEqual({ readSeq: 2, unread: 1 });
    expect(await mark(g, 'supervisor', 0)).toEqual({ readSeq: 2, unread: 1 });
    expect(await mark(g, 'supervisor', 99)).toEqual({ readSeq: 3, unread: 0 });
    expect(await mark(g, 'supervisor', 3)).toEqual({ readSeq: 3, unread: 0 });
    const heard = await t.deps.store.read((db) => {
      const { channelEvents: e } = db.t;
      return db
        .select({ type: e.type, data: e.data })
        .from(e)
        .where(and(eq(e.communityId, g.v.c.communityId), eq(e.channel, `me:${g.v.residents.supervisor}`)))
        .orderBy(asc(e.seq));
    });
    expect(heard).toEqual([
      { type: 'group-read', data: { groupId: g.groupId, readSeq: 2 } },
      { type: 'group-read', data: { groupId: g.groupId, readSeq: 3 } },
    ]);
  });

  test('two devices at once → the further mark stands', async () => {
    const g = await seedGroup(t);
    await say(g, 8);
    await Promise.all([3, 8, 5, 1, 7].map((seq) => mark(g, 'supervisor', seq)));
    expect(await mark(g, 'supervisor', 0)).toEqual({ readSeq: 8, unread: 0 });
  });

  test('what one says counts as read by oneself', async () => {
    const g = await seedGroup(t);
    await say(g, 2);
    expect(await mark(g, 'neighbour', 0)).toEqual({ readSeq: 2, unread: 0 });
    await send(t, g, 'rep', '收到');
    expect(await mark(g, 'neighbour', 0)).toEqual({ readSeq: 2, unread: 1 });
  });

  test('what one says takes nothing unread away that stands before it', async () => {
    const g = await seedGroup(t);
    await say(g, 2);
    await send(t, g, 'rep', { kind: 'text', text: '郑监督看一下', mentions: [g.v.residents.supervisor] });
    await send(t, g, 'supervisor', '我在路上写的');
    const { items } = await t.as(g.v.by.supervisor).get(api.listGroups, { params: g.params });
    expect(items.find(({ id }) => id === g.groupId)).toMatchObject({ unread: 4, mentioned: true });
    expect(await mark(g, 'supervisor', 4)).toEqual({ readSeq: 4, unread: 0 });
  });

  test('who came later has not read what was said before', async () => {
    const g = await seedGroup(t, { members: { neighbour: 'owner', rep: 'member' } });
    await say(g, 1);
    t.time.advance(1);
    const { code } = await t.as(g.v.by.neighbour).post(api.createInvitation, { params: g.params, body: { days: 1 } });
    await t.as(g.v.by.supervisor).post(api.joinGroup, { params: { ...g.params, invitationCode: code } });
    expect(await readersOf(g, 'neighbour', 1)).toEqual({ read: 0, of: 1 });
    await mark(g, 'rep', 1);
    expect(await readersOf(g, 'neighbour', 1)).toEqual({ read: 1, of: 1 });
  });

  test('the author and who keeps order see how many have read a message; who left counts no more', async () => {
    const g = await seedGroup(t);
    await say(g, 2);
    expect(await readersOf(g, 'neighbour', 2)).toEqual({ read: 0, of: 3 });
    await mark(g, 'supervisor', 2);
    await mark(g, 'rep', 1);
    expect(await readersOf(g, 'neighbour', 2)).toEqual({ read: 1, of: 3 });
    expect(await readersOf(g, 'rep', 1)).toEqual({ read: 2, of: 3 });
    const params = { ...g.params, messageSeq: '2' };
    expect(await t.as(g.v.by.supervisor).refused(api.countReaders, { params })).toBe('not-allowed');
    expect(await t.as(g.v.by.secretary).refused(api.countReaders, { params })).toBe('not-found');
    await takeOut(t, g, 'supervisor');
    expect(await readersOf(g, 'neighbour', 2)).toEqual({ read: 0, of: 2 });
  });

  test('pages go both ways and say whether there is more', async () => {
    const g = await seedGroup(t);
    await say(g, 10);
    const page = async (query: object) => {
      const { items, hasBefore, hasAfter } = await t.as(g.v.by.rep).get(api.listMessages, { params: g.params, query });
      return { seqs: items.map(({ seq }) => seq), hasBefore, hasAfter };
    };
    expect(await page({ limit: 4 })).toEqual({ seqs: [7, 8, 9, 10], hasBefore: true, hasAfter: false });
    expect(await page({ before: 7, limit: 4 })).toEqual({ seqs: [3, 4, 5, 6], hasBefore: true, hasAfter: true });
    expect(await page({ before: 3, limit: 4 })).toEqual({ seqs: [1, 2], hasBefore: false, hasAfter: true });
    expect(await page({ after: 0, limit: 4 })).toEqual({ seqs: [1, 2, 3, 4], hasBefore: false, hasAfter: true });
    expect(await page({ after: 6, limit: 4 })).toEqual({ seqs: [7, 8, 9, 10], hasBefore: true, hasAfter: false });
    expect(await page({ after: 10 })).toEqual({ seqs: [], hasBefore: true, hasAfter: false });
    expect(await page({ around: 5, limit: 4 })).toEqual({ seqs: [3, 4, 5, 6], hasBefore: true, hasAfter: true });
    expect(await page({ around: 1, limit: 4 })).toEqual({ seqs: [1, 2], hasBefore: false, hasAfter: true });
    expect(await page({})).toMatchObject({ hasBefore: false, hasAfter: false });
    const both = t.as(g.v.by.rep).refused(api.listMessages, { params: g.params, query: { before: 3, after: 1 } });
    expect(await both).toBe('bad-request');
  });

  test('an empty group has an empty page', async () => {
    const g = await seedGroup(t);
    const page = await t.as(g.v.by.rep).get(api.listMessages, { params: g.params });
    expect(page).toEqual({ items: [], cards: [], hasBefore: false, hasAfter: false });
    expect(await mark(g, 'rep', 5)).toEqual({ readSeq: 0, unread: 0 });
  });
});
