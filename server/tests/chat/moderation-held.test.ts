import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import type { HeldMessage, MessageInput } from '@bandeng/shared/chat/schemas.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { heldChecked } from '../../src/chat/moderation/held-checked.ts';
import type { MediaAsked, MediaRequest, Verdict } from '../../src/platform/content-check/content-check.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, makeCommandId, type TestApp } from '../platform/test-app.ts';
import { buildVillage, type Villager } from '../disclosure/village.ts';
import { addDuty, followArea, toldOf } from './keep-order.ts';
import { seedGroup, send, takeOut, type TestGroup } from './seed-group.ts';
import { download, png, upload } from './upload-file.ts';

const risky = '网络赌博，日入千元';

describe.each(engines)('held messages on %s', { timeout: 60_000 }, (engine) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
  });
  afterAll(() => t.close());

  const hold = async (g: TestGroup, who: Villager, body: MessageInput, commandId = makeCommandId()): Promise<HeldMessage> => {
    const sent = await t.as(g.v.by[who]).post(api.sendMessage, { params: g.params, body, commandId });
    if (sent.held === null) throw new Error('the message was not held');
    return sent.held;
  };
  const holdText = (g: TestGroup, who: Villager = 'neighbour', commandId?: string) => hold(g, who, { kind: 'text', text: risky }, commandId);
  const at = (g: TestGroup, { id }: { id: string }) => ({ communityId: g.params.communityId, heldId: id });
  const community = (g: TestGroup) => ({ communityId: g.params.communityId });
  const listed = async (g: TestGroup, account: string) =>
    (await t.as(account).get(api.listHeld, { params: community(g), query: {} })).items.map(({ id }) => id);
  const history = async (g: TestGroup) => (await t.as(g.v.by.supervisor).get(api.listMessages, { params: g.params })).items;
  const check = (g: TestGroup, heldId: string, verdict: Verdict) =>
    t.deps.store.write((tx) => heldChecked(tx, { communityId: g.params.communityId, ownerId: heldId, fileId: '', finding: verdict.pass ? 'clean' : 'risky', verdict }, { ...t.deps, now: t.time.now() }));

  test('a risky text is kept with its reason, seen by its author and those who decide, and by nobody else', async () => {
    const g = await seedGroup(t);
    const held = await holdText(g);
    expect(held).toMatchObject({ groupName: '邻里群', reason: 'words', detail: '网络赌博', status: 'held', text: risky });
    expect(held.author.label).toBe('neighbour 3-2-101');
    const mine = await t.as(g.v.by.neighbour).get(api.listMyHeld, { params: community(g), query: { groupId: g.groupId } });
    expect(mine.items).toEqual([held]);
    expect((await t.as(g.v.by.supervisor).get(api.listMyHeld, { params: community(g), query: {} })).items).toEqual([]);
    for (const who of ['rep', 'owner', 'director'] as const) expect(await listed(g, g.v.by[who])).toEqual([held.id]);
    for (const who of ['neighbour', 'supervisor', 'secretary'] as const) expect(await listed(g, g.v.by[who])).toEqual([]);
    expect(await history(g)).toEqual([]);
  });

  test('released → it is posted as its author\'s, under the id it was sent with, and the author is told', async () => {
    const g = await seedGroup(t);
    await send(t, g, 'owner', '大家好');
    const commandId = makeCommandId();
    const held = await holdText(g, 'neighbour', commandId);
    await send(t, g, 'owner', '周六见');
    const decided = await t.as(g.v.by.rep).post(api.decideHeld, { params: at(g, held), body: { release: true, reason: '是在提醒大家' } });
    expect(decided).toMatchObject({ id: held.id, status: 'released', decidedReason: '是在提醒大家' });
    const items = await history(g);
    expect(items.map(({ seq, text }) => [seq, text])).toEqual([[1, '大家好'], [2, '周六见'], [3, risky]]);
    expect(items[2]).toMatchObject({ sentAs: commandId, author: { label: 'neighbour 3-2-101' } });
    const told = await toldOf(t, g.v, g.v.residents.neighbour, 'held-decided');
    expect(told).toEqual([{ heldId: held.id, status: 'released' }]);
    const again = { params: at(g, held), body: { release: false, reason: '' } };
    expect(await t.as(g.v.by.rep).refused(api.decideHeld, again)).toBe('already-decided');
    expect(await listed(g, g.v.by.rep)).toEqual([]);
  });

  test('kept out → nobody sees it, and the author reads why', async () => {
    const g = await seedGroup(t);
    const held = await holdText(g);
    await t.as(g.v.by.director).post(api.decideHeld, { params: at(g, held), body: { release: false, reason: '赌博广告' } });
    const { items } = await t.as(g.v.by.neighbour).get(api.listMyHeld, { params: community(g), query: {} });
    expect(items).toMatchObject([{ status: 'refused', decidedReason: '赌博广告' }]);
    expect(await history(g)).toEqual([]);
    const log = await t.as(g.v.by.rep).get(api.listModerationLog, { params: community(g), query: {} });
    expect(log.items).toMatchObject([{ action: 'held-refused', about: 'neighbour 3-2-101', reason: '赌博广告', seq: null }]);
    expect(JSON.stringify(log)).not.toContain('日入千元');
  });

  test('decided by a stranger to the order, by its author, or across communities → refused', async () => {
    const g = await seedGroup(t);
    const held = await holdText(g);
    const own = await holdText(g, 'rep');
    const body = { release: true, reason: '' };
    const refused = (account: string, params: { communityId: string; heldId: string }) => t.as(account).refused(api.decideHeld, { params, body });
    expect(await refused(g.v.by.neighbour, at(g, held))).toBe('not-found');
    expect(await refused(g.v.by.supervisor, at(g, held))).toBe('not-found');
    expect(await refused(g.v.by.rep, at(g, own))).toBe('own-message');
    expect(await listed(g, g.v.by.rep)).toEqual([held.id]);
    const other = await buildVillage(t);
    expect(await refused(other.by.director, { communityId: other.c.communityId, heldId: held.id })).toBe('not-found');
    expect(await refused(other.by.director, at(g, held))).toBe('not-a-member');
    expect(await refused(g.v.by.rep, { ...at(g, held), heldId: 'nothing' })).toBe('not-found');
    expect(await history(g)).toEqual([]);
  });

  test('taken back by its author before a decision, not after one, and by nobody else; nothing of it remains', async () => {
    const g = await seedGroup(t);
    const commandId = makeCommandId();
    const held = await holdText(g, 'neighbour', commandId);
    expect(await t.as(g.v.by.supervisor).refused(api.withdrawHeld, { params: at(g, held) })).toBe('not-found');
    await t.as(g.v.by.neighbour).post(api.withdrawHeld, { params: at(g, held) });
    expect(await t.as(g.v.by.neighbour).refused(api.withdrawHeld, { params: at(g, held) })).toBe('already-decided');
    const body = { release: true, reason: '' };
    expect(await t.as(g.v.by.rep).refused(api.decideHeld, { params: at(g, held), body })).toBe('already-decided');
    expect(await listed(g, g.v.by.rep)).toEqual([]);
    const kept = await t.deps.store.read(async (db) => JSON.stringify([
      await db.select().from(db.t.heldMessages).where(eq(db.t.heldMessages.groupId, g.groupId)),
      await db.select().from(db.t.commands).where(eq(db.t.commands.communityId, g.params.communityId)),
    ]));
    expect(kept).not.toContain('日入千元');
    expect(await holdText(g, 'neighbour', commandId)).toMatchObject({ id: held.id, status: 'withdrawn', text: '' });
  });

  test('of an author who left nothing is posted, and in a dissolved group neither', async () => {
    const g = await seedGroup(t);
    const held = await holdText(g);
    const byOther = await holdText(g, 'supervisor');
    await takeOut(t, g, 'neighbour');
    const body = { release: true, reason: '' };
    expect(await t.as(g.v.by.rep).refused(api.decideHeld, { params: at(g, held), body })).toBe('author-left');
    await t.as(g.v.by.owner).post(api.dissolveGroup, { params: g.params, body: { reason: '不用了' } });
    expect(await t.as(g.v.by.director).refused(api.decideHeld, { params: at(g, byOther), body })).toBe('group-dissolved');
  });

  test('a building leader decides in the own building, a grid worker below the own area, and not beside it', async () => {
    const g = await seedGroup(t);
    const { '3': third = '', '4': fourth = '' } = g.v.buildings;
    await followArea(t, g, third, 'building');
    const leader = await addDuty(t, g.v, 'building-leader', third);
    const beside = await addDuty(t, g.v, 'building-leader', fourth);
    const worker = await addDuty(t, g.v, 'grid-worker', g.v.c.areaId);
    const held = await holdText(g);
    expect([await listed(g, leader), await listed(g, beside), await listed(g, worker)]).toEqual([[held.id], [], [held.id]]);
    const body = { release: true, reason: '' };
    expect(await t.as(beside).refused(api.decideHeld, { params: at(g, held), body })).toBe('not-found');
    expect((await t.as(leader).post(api.decideHeld, { params: at(g, held), body })).status).toBe('released');
    await followArea(t, g, fourth, 'building');
    expect(await listed(g, leader)).toEqual([]);
  });

  test('two decide at once → it is posted once', async () => {
    const g = await seedGroup(t);
    const held = await holdText(g);
    const decide = (who: Villager) => t.as(g.v.by[who]).call(api.decideHeld, { params: at(g, held), body: { release: true, reason: '' } });
    const answers = await Promise.all([decide('rep'), decide('owner'), decide('director')]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.flatMap(({ code }) => code ?? [])).toEqual(['already-decided', 'already-decided']);
    expect(await history(g)).toHaveLength(1);
  });

  describe('of which the platform checks the pictures', () => {
    const asked: string[] = [];
    beforeAll(() => {
      const { contentCheck } = t.deps;
      const startMediaCheck = async ({ owner }: MediaRequest): Promise<MediaAsked> => {
        const traceId = `${engine}-${asked.push(`${owner.kind} ${owner.id}`)}`;
        return { kind: 'asked', traceId };
      };
      Object.assign(t.deps, { contentCheck: { ...contentCheck, checksMedia: true, startMediaCheck } });
    });

    const holdPicture = async (g: TestGroup) => {
      const fileId = await upload(t, g.params.communityId, g.v.by.neighbour, png);
      return { fileId, held: await hold(g, 'neighbour', { kind: 'image', fileId }) };
    };
    const fetch = (g: TestGroup, who: Villager, fileId: string) => download(t, g.params.communityId, g.v.by[who], fileId);

    test('a picture waits, seen by its author and those who decide; when it passes it is posted by itself', async () => {
      const g = await seedGroup(t);
      const { held, fileId } = await holdPicture(g);
      expect(held).toMatchObject({ reason: 'waiting', kind: 'image', file: { id: fileId, width: 1, height: 1 } });
      expect(asked).toContain(`held ${held.id}`);
      expect([await fetch(g, 'neighbour', fileId), await fetch(g, 'rep', fileId), await fetch(g, 'supervisor', fileId)]).toEqual([200, 200, 404]);
      await check(g, held.id, { pass: true });
      expect(await history(g)).toMatchObject([{ kind: 'image', file: { id: fileId }, sentAs: held.sentAs }]);
      expect([await fetch(g, 'neighbour', fileId), await fetch(g, 'supervisor', fileId), await fetch(g, 'secretary', fileId)]).toEqual([200, 200, 404]);
      await check(g, held.id, { pass: true });
      expect(await history(g)).toHaveLength(1);
    });

    test('when it does not pass, it stays for a person with the platform\'s label', async () => {
      const g = await seedGroup(t);
      const { held, fileId } = await holdPicture(g);
      await check(g, held.id, { pass: false, reason: 'check', detail: '20002' });
      const { items } = await t.as(g.v.by.rep).get(api.listHeld, { params: community(g), query: {} });
      expect(items).toMatchObject([{ id: held.id, reason: 'check', detail: '20002', status: 'held', file: { id: fileId } }]);
      await check(g, held.id, { pass: true });
      expect(await history(g)).toEqual([]);
      await t.as(g.v.by.rep).post(api.decideHeld, { params: at(g, held), body: { release: true, reason: '' } });
      expect(await history(g)).toMatchObject([{ kind: 'image', file: { id: fileId } }]);
    });

    test('an answer after the author took it back or left changes nothing that others see', async () => {
      const g = await seedGroup(t);
      const first = await holdPicture(g);
      await t.as(g.v.by.neighbour).post(api.withdrawHeld, { params: at(g, first.held) });
      expect(await fetch(g, 'rep', first.fileId)).toBe(404);
      const second = await holdPicture(g);
      await takeOut(t, g, 'neighbour');
      for (const { held } of [first, second]) await check(g, held.id, { pass: true });
      await check(g, 'nothing', { pass: true });
      expect(await history(g)).toEqual([]);
      const { items } = await t.as(g.v.by.neighbour).get(api.listMyHeld, { params: community(g), query: {} });
      expect(items.map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn']);
    });
  });

  test('nothing went wrong underneath', () => {
    expect(t.problems).toEqual([]);
  });
});
