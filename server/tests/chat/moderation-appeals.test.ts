import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { buildVillage, type Villager } from '../disclosure/village.ts';
import { addDuty, toldOf } from './keep-order.ts';
import { download, png, upload } from './upload-file.ts';
import { seedGroup, send, takeOut, type TestGroup } from './seed-group.ts';

describe.each(engines)('appeals against deletions on %s', { timeout: 60_000 }, (engine) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
  });
  afterAll(() => t.close());

  const community = (g: TestGroup) => ({ communityId: g.params.communityId });
  const at = (g: TestGroup, seq = 1) => ({ ...g.params, messageSeq: String(seq) });
  const appeal = (g: TestGroup, who: Villager) => t.as(g.v.by[who]).call(api.appealDeletion, { params: at(g), body: { text: '我只是转述' } });
  const appeals = async (g: TestGroup, account: string) => (await t.as(account).get(api.listAppeals, { params: community(g), query: {} })).items;
  const decide = (g: TestGroup, account: string, appealId: string, restore: boolean) =>
    t.as(account).call(api.decideAppeal, { params: { ...community(g), appealId }, body: { restore, reason: '核对过了' } });

  const deleted = async (by: Villager = 'rep'): Promise<TestGroup> => {
    const g = await seedGroup(t);
    await send(t, g, 'neighbour', '物业费收据造假');
    await t.as(g.v.by[by]).post(api.deleteMessage, { params: at(g), body: { reason: '未经证实' } });
    return g;
  };
  const appealed = async (by: Villager = 'rep') => {
    const g = await deleted(by);
    await appeal(g, 'neighbour');
    const [open] = await appeals(g, g.v.c.admin);
    return { g, appealId: open?.id ?? '' };
  };
  const shown = async (g: TestGroup) => (await t.as(g.v.by.supervisor).get(api.listMessages, { params: g.params })).items[0];

  test('its author asks once; reviewers see the original and who deleted it why', async () => {
    const { g } = await appealed();
    expect(await appeals(g, g.v.by.director)).toMatchObject([
      { groupName: '邻里群', seq: 1, message: { text: '物业费收据造假', state: 'deleted' }, deletedBy: 'rep 3-2-101', deletedReason: '未经证实', text: '我只是转述', status: 'open' },
    ]);
    expect((await appeal(g, 'neighbour')).code).toBe('already-appealed');
    for (const who of ['rep', 'owner', 'neighbour', 'supervisor'] as const) {
      expect(await t.as(g.v.by[who]).refused(api.listAppeals, { params: community(g), query: {} })).toBe('not-allowed');
    }
  });

  test('of somebody else, of what was not deleted, across communities → refused', async () => {
    const g = await deleted();
    expect((await appeal(g, 'supervisor')).code).toBe('not-found');
    await send(t, g, 'neighbour', '还在');
    expect(await t.as(g.v.by.neighbour).refused(api.appealDeletion, { params: at(g, 2), body: { text: 'x' } })).toBe('not-deleted');
    const other = await buildVillage(t);
    const crossed = { params: { ...at(g), communityId: other.c.communityId }, body: { text: 'x' } };
    expect(await t.as(other.by.neighbour).refused(api.appealDeletion, crossed)).toBe('not-found');
  });

  test('restored → everybody reads it again, also in search, and the author is told', async () => {
    const { g, appealId } = await appealed();
    const { value } = await decide(g, g.v.by.director, appealId, true);
    expect(value).toMatchObject({ status: 'restored', reason: '核对过了', message: { state: 'shown' } });
    expect(await shown(g)).toMatchObject({ text: '物业费收据造假', state: 'shown' });
    const found = await t.as(g.v.by.supervisor).get(api.searchMessages, { params: community(g), query: { text: '收据' } });
    expect(found.items).toHaveLength(1);
    expect(await toldOf(t, g.v, g.v.residents.neighbour, 'appeal-decided')).toEqual([{ groupId: g.groupId, seq: 1, status: 'restored', reason: '核对过了' }]);
    const log = await t.as(g.v.by.director).get(api.listModerationLog, { params: community(g), query: {} });
    expect(log.items.map(({ action }) => action).sort()).toEqual(['deleted', 'restored']);
    expect((await decide(g, g.v.c.admin, appealId, false)).code).toBe('already-decided');
  });

  test('refused with a reason → it stays deleted, for good', async () => {
    const { g, appealId } = await appealed();
    expect((await decide(g, g.v.by.director, appealId, false)).value).toMatchObject({ status: 'refused', reason: '核对过了' });
    expect(await shown(g)).toMatchObject({ text: '', state: 'deleted' });
    expect((await appeal(g, 'neighbour')).code).toBe('already-appealed');
    const log = await t.as(g.v.by.director).get(api.listModerationLog, { params: community(g), query: {} });
    expect(log.items.map(({ action }) => action).sort()).toEqual(['appeal-refused', 'deleted']);
  });

  test('never decided by who deleted it, nor by its author, nor from another community', async () => {
    const { g, appealId } = await appealed('director');
    expect(appealId).not.toBe('');
    expect(await appeals(g, g.v.by.director)).toEqual([]);
    expect((await decide(g, g.v.by.director, appealId, false)).code).toBe('own-decision');
    const other = await buildVillage(t);
    const crossed = { params: { communityId: other.c.communityId, appealId }, body: { restore: true, reason: 'x' } };
    expect(await t.as(other.by.director).refused(api.decideAppeal, crossed)).toBe('not-found');
    const second = await addDuty(t, g.v, 'administrator', null);
    expect((await decide(g, second, appealId, true)).status).toBe(200);

    const mine = await seedGroup(t, { members: { director: 'member', rep: 'moderator' } });
    await send(t, mine, 'director', '我的话');
    await t.as(mine.v.by.rep).post(api.deleteMessage, { params: at(mine), body: { reason: '偏题' } });
    await appeal(mine, 'director');
    expect(await appeals(mine, mine.v.by.director)).toEqual([]);
    const [own] = await appeals(mine, mine.v.c.admin);
    expect((await decide(mine, mine.v.by.director, own?.id ?? '', true)).code).toBe('own-message');
  });

  test('having left the group takes nobody the appeal', async () => {
    const g = await deleted();
    await takeOut(t, g, 'neighbour');
    expect((await appeal(g, 'neighbour')).status).toBe(200);
  });

  test('its author follows it: open, then decided with a reason; nobody else finds it, and not who deleted', async () => {
    const { g, appealId } = await appealed();
    const mine = async (who: Villager) => (await t.as(g.v.by[who]).get(api.listMyAppeals, { params: community(g) })).items;
    const asked = {
      id: appealId, groupName: '邻里群', seq: 1, message: { text: '物业费收据造假', state: 'deleted' },
      deletedReason: '未经证实', text: '我只是转述', status: 'open', reason: '', decidedAt: null,
    };
    expect(await mine('neighbour')).toMatchObject([asked]);
    expect(JSON.stringify(await mine('neighbour'))).not.toContain('rep 3-2-101');
    for (const who of ['rep', 'director', 'supervisor'] as const) expect(await mine(who)).toEqual([]);
    await takeOut(t, g, 'neighbour');
    await decide(g, g.v.by.director, appealId, false);
    expect(await mine('neighbour')).toMatchObject([{ ...asked, status: 'refused', reason: '核对过了', decidedAt: t.time.now() }]);
    const other = await buildVillage(t);
    expect(await t.as(other.by.neighbour).refused(api.listMyAppeals, { params: community(g) })).toBe('not-a-member');
  });

  test('its author sees the picture that was deleted, other members do not', async () => {
    const g = await seedGroup(t);
    const fileId = await upload(t, g.params.communityId, g.v.by.neighbour, png);
    await t.as(g.v.by.neighbour).post(api.sendMessage, { params: g.params, body: { kind: 'image', fileId } });
    await t.as(g.v.by.rep).post(api.deleteMessage, { params: at(g), body: { reason: '不雅' } });
    const fetch = (who: Villager) => download(t, g.params.communityId, g.v.by[who], fileId);
    expect([await fetch('neighbour'), await fetch('rep'), await fetch('supervisor')]).toEqual([200, 200, 404]);
  });

  test('nothing went wrong underneath', () => {
    expect(t.problems).toEqual([]);
  });
});
