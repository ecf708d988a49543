import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import fc from 'fast-check';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeMessage } from '../../src/chat/change-message.ts';
import { lockGroup } from '../../src/chat/load-group.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import type { Villager } from '../disclosure/village.ts';
import { putMessages } from './put-messages.ts';
import { seedGroup, send, takeOut, type TestGroup } from './seed-group.ts';
import { pdf, upload } from './upload-file.ts';

describe.each(engines)('searching messages on %s', (engine) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
  });
  afterAll(() => t.close());

  const search = (g: TestGroup, text: string, more: object = {}, who: Villager = 'rep') =>
    t.as(g.v.by[who]).get(api.searchMessages, { params: { communityId: g.params.communityId }, query: { text, ...more } });
  const textsOf = async (g: TestGroup, text: string, more: object = {}, who: Villager = 'rep') =>
    (await search(g, text, more, who)).items.map(({ message }) => message.text);
  const say = async (g: TestGroup, ...texts: string[]) => {
    for (const text of texts) {
      t.time.advance(1500);
      await send(t, g, 'neighbour', text);
    }
  };

  test('by one character, by several, by mixed text and by several words; newest first', async () => {
    const g = await seedGroup(t);
    await say(g, '电梯今天检修', '请带Ａ4纸来社区', '3栋电梯坏了', 'Hello 邻居们', '周六 板凳会');
    expect(await textsOf(g, '梯')).toEqual(['3栋电梯坏了', '电梯今天检修']);
    expect(await textsOf(g, '电梯')).toEqual(['3栋电梯坏了', '电梯今天检修']);
    expect(await textsOf(g, '今天检')).toEqual(['电梯今天检修']);
    expect(await textsOf(g, 'a4纸')).toEqual(['请带Ａ4纸来社区']);
    expect(await textsOf(g, '3栋')).toEqual(['3栋电梯坏了']);
    expect(await textsOf(g, 'HELLO')).toEqual(['Hello 邻居们']);
    expect(await textsOf(g, '坏 电梯')).toEqual(['3栋电梯坏了']);
    expect(await textsOf(g, '电梯 板凳')).toEqual([]);
    expect(await textsOf(g, '板凳会 周六')).toEqual(['周六 板凳会']);
  });

  test('what only looks alike in pairs is no hit, and what searches for nothing finds nothing', async () => {
    const g = await seedGroup(t);
    await say(g, '加装,装电,电梯');
    expect(await textsOf(g, '加装电梯')).toEqual([]);
    expect(await textsOf(g, '，。!')).toEqual([]);
    expect(await textsOf(g, '"梯" OR *')).toEqual([]);
    expect(await textsOf(g, "电梯' --")).toEqual(['加装,装电,电梯']);
  });

  test('a file is found by its name', async () => {
    const g = await seedGroup(t);
    const fileId = await upload(t, g.params.communityId, g.v.by.neighbour, pdf, '物业收费表.pdf');
    await send(t, g, 'neighbour', { kind: 'file', fileId });
    const { items } = await search(g, '收费表');
    expect(items.map(({ message }) => message.file?.name)).toEqual(['物业收费表.pdf']);
  });

  test('in my groups only, or in one of them; who left a group finds nothing of it', async () => {
    const g = await seedGroup(t);
    const other = await seedGroup(t, { village: g.v, members: { neighbour: 'member', supervisor: 'member' } });
    await say(g, '电梯一');
    await say(other, '电梯二');
    expect(await textsOf(g, '电梯')).toEqual(['电梯一']);
    expect(await textsOf(g, '电梯', {}, 'supervisor')).toEqual(['电梯二', '电梯一']);
    const { items } = await search(g, '电梯', { groupId: other.groupId }, 'supervisor');
    expect(items).toMatchObject([{ groupId: other.groupId, groupName: '邻里群', message: { text: '电梯二' } }]);
    expect(await textsOf(g, '电梯', {}, 'secretary')).toEqual([]);
    await takeOut(t, other, 'supervisor');
    expect(await textsOf(g, '电梯', {}, 'supervisor')).toEqual(['电梯一']);
  });

  test('another community is another world, also with a group of the same id', async () => {
    const id = t.deps.newId();
    const [here, there] = [await seedGroup(t, { id }), await seedGroup(t, { id })];
    await say(here, '我们的电梯');
    await say(there, '他们的电梯');
    expect(await textsOf(here, '电梯')).toEqual(['我们的电梯']);
    expect(await textsOf(there, '电梯', { groupId: id })).toEqual(['他们的电梯']);
  });

  test('pages follow each other without a gap or a double', async () => {
    const g = await seedGroup(t);
    const texts = Array.from({ length: 7 }, (_, i) => `电梯 ${i}`);
    await say(g, ...texts);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof search>> = await search(g, '电梯', { limit: 3, ...(cursor === null ? {} : { cursor }) });
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items.map(({ message }) => message.text));
      ({ next: cursor } = page);
    } while (cursor !== null);
    expect(seen).toEqual([...texts].reverse());
    expect(await textsOf(g, '电梯', { cursor: 'no-cursor-of-ours', limit: 1 })).toEqual(['电梯 6']);
  });

  test('candidates that are no hits do not end the search early', async () => {
    const g = await seedGroup(t);
    await putMessages(t, g, ['加装电梯', ...Array.from({ length: 300 }, () => '加装,装电,电梯')], 5_000_000);
    const first = await search(g, '加装电梯', { limit: 2 });
    expect(first).toMatchObject({ items: [{ message: { seq: 1 } }], next: null });
  });

  test('deleted → not found; given back → found again', async () => {
    const g = await seedGroup(t);
    const { communityId, groupId } = g.params;
    await say(g, '电梯坏了');
    const change = (state: 'deleted' | 'shown') =>
      t.deps.store.write(async (tx) => {
        const group = await lockGroup(tx, communityId, groupId);
        if (!group) throw new Error('the group is gone');
        return changeMessage(tx, group, 1, { state, by: g.v.residents.rep, reason: '' }, t.time.now());
      });
    await change('deleted');
    expect(await textsOf(g, '电梯')).toEqual([]);
    await change('shown');
    expect(await textsOf(g, '电梯')).toEqual(['电梯坏了']);
    const rows = await t.deps.store.read((db) => {
      const { channelEvents: e } = db.t;
      return db.select({ data: e.data }).from(e).where(and(eq(e.communityId, communityId), eq(e.channel, `group:${groupId}`)));
    });
    expect(rows.map(({ data }) => (data as { text: string }).text)).toEqual(['', '', '电梯坏了']);
    // A second deletion takes the words out of the event that gave them back, too.
    await change('deleted');
    const again = await t.deps.store.read((db) => {
      const { channelEvents: e } = db.t;
      return db.select({ data: e.data }).from(e).where(and(eq(e.communityId, communityId), eq(e.channel, `group:${groupId}`)));
    });
    expect(JSON.stringify(again)).not.toContain('电梯');
  });

  test('one who is in hundreds of groups searches them all', async () => {
    const g = await seedGroup(t);
    for (let i = 0; i < 300; i += 1) await seedGroup(t, { village: g.v, id: `many-${i}`, members: { rep: 'member' } });
    await say(g, '电梯坏了');
    expect(await textsOf(g, '电梯')).toEqual(['电梯坏了']);
  });

  test('every part of a text with a Chinese character in it finds the text', async () => {
    const g = await seedGroup(t, { members: { rep: 'owner', neighbour: 'member' } });
    const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code));
    const sign = fc.oneof({ weight: 6, arbitrary: han }, { weight: 2, arbitrary: fc.constantFrom(...'aZ9，。 -😀3"*𠮷') });
    const texts = fc.sample(fc.array(sign, { minLength: 3, maxLength: 40 }), { numRuns: 200, seed: 20_261_121 }).map((signs) => signs.join(''));
    await putMessages(t, g, texts, 6_000_000);
    let asked = 0;
    for (const [i, text] of texts.entries()) {
      const signs = [...text];
      const start = (i * 7) % signs.length;
      const part = signs.slice(start, start + 1 + ((i * 5) % 12)).join('');
      if (!/\p{Script=Han}/u.test(part)) continue;
      asked += 1;
      const { items } = await search(g, part, { groupId: g.groupId, limit: 100 });
      expect(items.map(({ message }) => message.seq), `${part} of ${text}`).toContain(i + 1);
    }
    expect(asked).toBeGreaterThan(100);
  });
});
