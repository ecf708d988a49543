import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import type { Message } from '@bandeng/shared/chat/schemas.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { areaGroupId } from '../../src/chat/group-ids.ts';
import { postCard } from '../../src/chat/post-card.ts';
import { buildVillage } from '../disclosure/village.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, makeCommandId, type TestApp } from '../platform/test-app.ts';
import { readChannel, seedGroup, send } from './seed-group.ts';

describe.each(engines)('messages at the same moment on %s', (engine) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
  });
  afterAll(() => t.close());

  test('one command id sent five times at once is one message', async () => {
    const g = await seedGroup(t);
    const commandId = makeCommandId();
    const sent = await Promise.all(Array.from({ length: 5 }, () => send(t, g, 'neighbour', '收到', commandId)));
    expect(new Set(sent.map(({ seq }) => seq))).toEqual(new Set([1]));
    expect(await readChannel(t, g)).toHaveLength(1);
  });

  test('recalled by its author and deleted by a moderator at once: one of the two, and the words are gone', async () => {
    for (let round = 0; round < 5; round += 1) {
      const g = await seedGroup(t);
      await send(t, g, 'neighbour', '低价代办');
      const params = { ...g.params, messageSeq: '1' };
      const answers = await Promise.all([
        t.as(g.v.by.neighbour).call(api.recallMessage, { params }),
        t.as(g.v.by.rep).call(api.deleteMessage, { params, body: { reason: '广告' } }),
      ]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ code }) => code === 'message-gone')).toHaveLength(1);
      const events = await readChannel(t, g);
      expect(events.map(({ type }) => type)).toEqual(['message-posted', 'message-changed']);
      expect(JSON.stringify(events)).not.toContain('代办');
    }
  });

  test('quoted and recalled at once: the quote comes first and is emptied, or is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const g = await seedGroup(t);
      await send(t, g, 'neighbour', '钥匙在花盆下');
      const body = { kind: 'text', text: '什么?', quoteSeq: 1 } as const;
      const [quoting] = await Promise.all([
        t.as(g.v.by.rep).call(api.sendMessage, { params: g.params, body }),
        t.as(g.v.by.neighbour).post(api.recallMessage, { params: { ...g.params, messageSeq: '1' } }),
      ]);
      expect([undefined, 'quote-missing']).toContain(quoting.code);
      expect(JSON.stringify(await readChannel(t, g))).not.toContain('钥匙');
    }
  });

  test('cards that go into two groups while people speak there: no gap in either', async () => {
    const v = await buildVillage(t);
    const { communityId } = v.c;
    const areaIds = [v.buildings['3'] ?? '', v.buildings['1'] ?? ''];
    const members = { neighbour: 'member', rep: 'member', director: 'owner' } as const;
    const groups = [];
    for (const id of areaIds) groups.push(await seedGroup(t, { village: v, id: areaGroupId(id), members }));
    const posts = Array.from({ length: 6 }, (_, i) => {
      const posted = { communityId, areaIds, bodyIds: [], authorId: v.residents.director, sentAs: `card-${i}` };
      return t.deps.store.write((tx) => postCard(tx, { ...posted, card: { kind: 'notice', id: `n-${i}` } }, t.time.now()));
    });
    const words = groups.flatMap((g) => (['neighbour', 'rep'] as const).flatMap((who) => [0, 1, 2].map(() => send(t, g, who, '收到'))));
    await Promise.all([...posts, ...words]);
    const wanted = Array.from({ length: 12 }, (_, i) => i + 1);
    for (const g of groups) {
      const events = await readChannel(t, g);
      expect(events.map(({ data }) => (data as Message).seq)).toEqual(wanted);
      const { items } = await t.as(v.by.rep).get(api.listMessages, { params: g.params });
      expect(items.map(({ seq }) => seq)).toEqual(wanted);
    }
  });
});
