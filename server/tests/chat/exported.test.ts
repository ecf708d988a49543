import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { communityApi } from '@bandeng/shared/community/api.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { seedGroup, send } from './seed-group.ts';

describe.each(engines)('what a member exports of the chat on %s', { timeout: 60_000 }, (engine) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
  });
  afterAll(() => t.close());

  test('is all of the own, and names nobody who kept order', async () => {
    const g = await seedGroup(t);
    const { communityId } = g.params;
    const neighbour = t.as(g.v.by.neighbour);
    await send(t, g, 'neighbour', '低价代办');
    await send(t, g, 'supervisor', '别人的话');
    const deletion = { params: { ...g.params, messageSeq: '1' }, body: { reason: '广告' } };
    await t.as(g.v.by.rep).post(api.deleteMessage, deletion);
    await neighbour.post(api.appealDeletion, { params: { ...g.params, messageSeq: '1' }, body: { text: '是邻居在办' } });
    const [appeal] = (await t.as(g.v.by.director).get(api.listAppeals, { params: { communityId }, query: {} })).items;
    const decided = { params: { communityId, appealId: appeal?.id ?? '' }, body: { restore: false, reason: '仍是广告' } };
    await t.as(g.v.by.director).post(api.decideAppeal, decided);
    const { held } = await neighbour.post(api.sendMessage, { params: g.params, body: { kind: 'text', text: '网络赌博' } });
    const refused = { params: { communityId, heldId: held?.id ?? '' }, body: { release: false, reason: '不行' } };
    await t.as(g.v.by.rep).post(api.decideHeld, refused);

    const { data } = await neighbour.get(communityApi.exportMine, { params: { communityId } });
    expect(data).toMatchObject({
      chatMessages: [{ seq: 1, text: '低价代办', state: 'deleted' }],
      appeals: [{ text: '是邻居在办', status: 'refused', reason: '仍是广告' }],
      heldMessages: [{ input: { text: '网络赌博' }, status: 'refused', decidedReason: '不行' }],
    });
    const said = JSON.stringify(data);
    for (const hidden of [g.v.residents.rep, g.v.residents.director, '别人的话']) expect(said).not.toContain(hidden);
  });
});
