import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { areaGroupId, bodyGroupId } from '../../src/chat/group-ids.ts';
import { listGroupsOf, postCard } from '../../src/chat/post-card.ts';
import { putMatter, putSession, putVoter } from '../disclosure/put-matter.ts';
import { buildVillage, type Village, type Villager } from '../disclosure/village.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { readChannel, seedGroup, send } from './seed-group.ts';

describe.each(engines)('cards on %s', (engine) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
  });
  afterAll(() => t.close());

  const cardsOf = async (v: Village, who: Villager, ...ids: string[]) => {
    const refs = ids.map((id) => `matter.${id}`).join(',');
    return (await t.as(v.by[who]).get(api.getCards, { params: v.c.params, query: { refs } })).items;
  };

  test('a matter shows its stage, its turnout and deadline, and asks its voters alone for a ballot', async () => {
    const v = await buildVillage(t);
    const id = await putMatter(t, v, { stageId: 'resolve' });
    const closesAt = t.time.now() + 3_600_000;
    const sessionId = await putSession(t, v, id, 'open', { due: 2, present: 1, secret: true, closesAt });
    await putVoter(t, v, sessionId, 'rep');
    await putVoter(t, v, sessionId, 'director', { voted: true });
    await putVoter(t, v, sessionId, 'secretary', { excused: true });
    const shown = { kind: 'matter', id, title: '楼顶漏水修复', state: 'resolve', numbers: { due: 2, present: 1 }, dueAt: closesAt };
    const heard = { channel: `${v.c.communityId}/matter:${id}`, cursor: 0 };
    expect(await cardsOf(v, 'rep', id)).toEqual([{ ...shown, ...heard, action: 'vote', sessionId }]);
    for (const who of ['director', 'secretary', 'neighbour'] as const) {
      expect(await cardsOf(v, who, id)).toEqual([{ ...shown, ...heard, action: 'open', sessionId: null }]);
    }
    t.time.advance(3_600_000);
    expect(await cardsOf(v, 'rep', id)).toMatchObject([{ action: 'open' }]);
  });

  test('a comment moves the cursor on, so that who opens the card hears what comes after', async () => {
    const v = await buildVillage(t);
    const id = await putMatter(t, v);
    const body = { text: '早该修了', stageId: null };
    await t.as(v.by.neighbour).post(deliberationApi.addComment, { params: { ...v.c.params, matterId: id }, body });
    expect(await cardsOf(v, 'neighbour', id)).toMatchObject([{ cursor: 1, state: 'publish-resolution', numbers: {}, dueAt: null }]);
  });

  test('drafts, matters of others and nonsense are left out; what is malformed is refused', async () => {
    const v = await buildVillage(t);
    const elsewhere = await buildVillage(t);
    const draft = await putMatter(t, v, { status: 'draft', stageId: null });
    const theirs = await putMatter(t, elsewhere);
    const ended = await putMatter(t, v, { status: 'ended', stageId: null, number: '2026-002' });
    expect(await cardsOf(v, 'neighbour', draft, theirs, ended, 'no-such')).toMatchObject([{ id: ended, state: 'ended' }]);
    expect(await cardsOf(v, 'secretary', draft)).toMatchObject([{ id: draft, state: 'draft' }]);
    const refused = (refs: string) => t.as(v.by.rep).refused(api.getCards, { params: v.c.params, query: { refs } });
    expect(await refused('matter')).toBe('bad-request');
    expect(await refused('secret.m')).toBe('bad-request');
    expect(await refused(Array.from({ length: 51 }, (_, i) => `matter.m${i}`).join(','))).toBe('bad-request');
  });

  test('a card is sent by who may see what it shows, and pages carry its state', async () => {
    const g = await seedGroup(t);
    const id = await putMatter(t, g.v, { number: '2026-003' });
    const draft = await putMatter(t, g.v, { status: 'draft', stageId: null });
    const body = { kind: 'card', card: { kind: 'matter', id: draft } } as const;
    expect(await t.as(g.v.by.neighbour).refused(api.sendMessage, { params: g.params, body })).toBe('card-missing');
    const sent = await send(t, g, 'neighbour', { kind: 'card', card: { kind: 'matter', id } });
    expect(sent).toMatchObject({ kind: 'card', text: '', card: { kind: 'matter', id } });
    const page = await t.as(g.v.by.supervisor).get(api.listMessages, { params: g.params });
    expect(page.cards).toEqual(await cardsOf(g.v, 'supervisor', id));
    expect(page.cards).toHaveLength(1);
    await t.as(g.v.by.neighbour).post(api.recallMessage, { params: { ...g.params, messageSeq: '1' } });
    const after = await t.as(g.v.by.supervisor).get(api.listMessages, { params: g.params });
    expect(after).toMatchObject({ cards: [], items: [{ card: null }] });
  });

  test('a card goes into the groups of exactly these areas and bodies, as far as they exist', async () => {
    const v = await buildVillage(t);
    const { communityId, bodies } = v.c;
    const building = v.buildings['3'] ?? '';
    const empty = v.buildings['4'] ?? '';
    const first = await seedGroup(t, { village: v, id: areaGroupId(building), members: { neighbour: 'member' } });
    const second = await seedGroup(t, { village: v, id: bodyGroupId(bodies.supervisors), members: { supervisor: 'member' } });
    await seedGroup(t, { village: v, id: areaGroupId(v.c.areaId), members: { owner: 'member' } });
    const areaIds = [building, empty];
    const bodyIds = [bodies.supervisors];
    const wanted = [first.groupId, second.groupId];
    const found = await t.deps.store.read((db) => listGroupsOf(db, communityId, areaIds, bodyIds));
    expect(found).toEqual(wanted.map((id) => ({ id, name: '邻里群' })));
    const card = { kind: 'notice', id: 'n-1' } as const;
    const posted = { communityId, areaIds, bodyIds, authorId: v.residents.director, card, sentAs: 'command-7' };
    expect(await t.deps.store.write((tx) => postCard(tx, posted, t.time.now()))).toEqual(wanted);
    for (const g of [first, second]) {
      const events = await readChannel(t, g);
      expect(events).toMatchObject([{ type: 'message-posted', data: { seq: 1, kind: 'card', card, sentAs: 'command-7' } }]);
      // The director is in neither group and is shown as neighbours see each other.
      expect(events).toMatchObject([{ data: { author: { id: v.residents.director, label: '孙主任 1-1-102' } } }]);
    }
    const { items } = await t.as(v.by.neighbour).get(api.listMessages, { params: { communityId, groupId: first.groupId } });
    expect(items).toHaveLength(1);
  });
});
