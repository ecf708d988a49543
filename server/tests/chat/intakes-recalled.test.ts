import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { recalledMark } from '@bandeng/shared/chat/intake.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgetMember } from '../../src/chat/membership/forget-member.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, makeCommandId, type TestApp } from '../platform/test-app.ts';
import { seedGroup, send } from './seed-group.ts';
import { png, upload } from './upload-file.ts';

describe.each(engines)('what was handed on and then recalled on %s', { timeout: 60_000 }, (engine) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
  });
  afterAll(() => t.close());

  test('loses the words of the message for everybody, and keeps those of whoever handed it on', async () => {
    const g = await seedGroup(t);
    const { communityId } = g.params;
    await send(t, g, 'neighbour', '我家的事别说出去');
    await send(t, g, 'owner', '路灯坏了');
    const fileId = await upload(t, communityId, g.v.by.neighbour, png);
    await send(t, g, 'neighbour', { kind: 'image', fileId });
    const commandId = makeCommandId();
    const handing = {
      params: { communityId },
      body: { kind: 'topic' as const, title: '门口的灯', text: '请看一看', groupId: g.groupId, seqs: [1, 2, 3] },
      commandId,
    };
    const { id: intakeId } = await t.as(g.v.by.supervisor).post(api.createIntake, handing);
    await t.as(g.v.by.director).post(api.answerIntake, { params: { communityId, intakeId }, body: { status: 'taken', reply: '收到' } });
    for (const messageSeq of ['1', '3']) await t.as(g.v.by.neighbour).post(api.recallMessage, { params: { ...g.params, messageSeq } });
    const left = `请看一看\n${recalledMark}\nowner 3-2-101：路灯坏了\n${recalledMark}`;
    for (const who of ['director', 'supervisor'] as const) {
      const intake = await t.as(g.v.by[who]).get(api.getIntake, { params: { communityId, intakeId } });
      expect([intake.title, intake.files]).toEqual(['门口的灯', []]);
      if (who === 'director') expect(intake.text).toBe(left);
    }
    expect(await t.as(g.v.by.supervisor).post(api.createIntake, handing)).toMatchObject({ id: intakeId, text: left, files: [] });
    const kept = await t.deps.store.read(async (db) =>
      JSON.stringify([
        await db.select().from(db.t.intakes).where(eq(db.t.intakes.communityId, communityId)),
        await db.select().from(db.t.commands).where(eq(db.t.commands.communityId, communityId)),
        await db.select().from(db.t.channelEvents).where(eq(db.t.channelEvents.communityId, communityId)),
        await db.select().from(db.t.messages).where(eq(db.t.messages.communityId, communityId)),
      ]),
    );
    expect(kept).not.toContain('别说出去');
    expect(kept).toContain('路灯坏了');
  });

  test('of somebody who deletes the account no name is left in it, nor in what its channel keeps', async () => {
    const g = await seedGroup(t, { members: { owner: 'owner', director: 'member', neighbour: 'member' } });
    const { communityId } = g.params;
    await send(t, g, 'neighbour', '路灯坏了');
    const body = { kind: 'topic' as const, title: '灯', text: '请看', groupId: g.groupId, seqs: [1] };
    const { id: intakeId, text } = await t.as(g.v.by.owner).post(api.createIntake, { params: { communityId }, body });
    expect(text).toContain('neighbour 3-2-101：路灯坏了');
    await t.as(g.v.by.director).post(api.answerIntake, { params: { communityId, intakeId }, body: { status: 'taken', reply: '收到' } });
    for (const who of ['neighbour', 'director'] as const) {
      await t.deps.store.write((tx) => forgetMember(tx, communityId, g.v.residents[who], t.time.now()));
    }
    const kept = await t.deps.store.read(async (db) =>
      JSON.stringify([
        await db.select().from(db.t.intakes).where(eq(db.t.intakes.communityId, communityId)),
        await db.select().from(db.t.channelEvents).where(eq(db.t.channelEvents.communityId, communityId)),
        await db.select().from(db.t.groupMembers).where(eq(db.t.groupMembers.communityId, communityId)),
      ]),
    );
    expect(kept).toContain('已注销用户：路灯坏了');
    for (const who of ['neighbour', 'director']) expect(kept).not.toContain(`${who} 3-2-101`);
  });

  test('what a moderator deletes stays with its handlers', async () => {
    const g = await seedGroup(t);
    const { communityId } = g.params;
    await send(t, g, 'neighbour', '物业收据造假');
    const body = { kind: 'topic' as const, title: '收据', text: '', groupId: g.groupId, seqs: [1] };
    const { id: intakeId, text } = await t.as(g.v.by.owner).post(api.createIntake, { params: { communityId }, body });
    await t.as(g.v.by.rep).post(api.deleteMessage, { params: { ...g.params, messageSeq: '1' }, body: { reason: '未经证实' } });
    expect(await t.as(g.v.by.director).get(api.getIntake, { params: { communityId, intakeId } })).toMatchObject({ text });
    expect(t.problems).toEqual([]);
  });
});
