import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import type { Message } from '@bandeng/shared/chat/schemas.ts';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, makeCommandId, type TestApp } from '../platform/test-app.ts';
import { readChannel, seedGroup, send, takeOut } from './seed-group.ts';

describe.each(engines)('messages on %s', (engine) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
  });
  afterAll(() => t.close());

  test('a message is numbered, heard on the channel and seen by every member', async () => {
    const g = await seedGroup(t);
    const sent = await send(t, g, 'neighbour', '腿脚不好,上下五楼真不行了', 'command-one');
    expect(sent).toMatchObject({ seq: 1, sentAs: 'command-one', kind: 'text', at: t.time.now(), state: 'shown' });
    expect(sent.author).toEqual({ id: g.v.residents.neighbour, label: 'neighbour 3-2-101', badge: null });
    const page = await t.as(g.v.by.supervisor).get(api.listMessages, { params: g.params });
    expect(page).toEqual({ items: [sent], cards: [], hasBefore: false, hasAfter: false });
    expect(await readChannel(t, g)).toEqual([{ seq: 1, type: 'message-posted', data: sent }]);
  });

  test('a retry under the same command id doubles nothing', async () => {
    const g = await seedGroup(t);
    const commandId = makeCommandId();
    const first = await send(t, g, 'neighbour', '有人在家吗', commandId);
    expect(await send(t, g, 'neighbour', '有人在家吗', commandId)).toEqual(first);
    const page = await t.as(g.v.by.neighbour).get(api.listMessages, { params: g.params });
    expect(page.items).toEqual([first]);
  });

  test('fifty at once are numbered 1 to 50 without a gap, and the channel has them in the same order', async () => {
    const g = await seedGroup(t);
    const senders = ['owner', 'rep', 'neighbour', 'supervisor'] as const;
    const calls = Array.from({ length: 50 }, (_, i) => {
      const who = senders[i % 4] ?? 'owner';
      const body = { kind: 'text', text: `第 ${i} 句` } as const;
      return async () => {
        // One person may say twelve things at once; the clock moves on for the rest.
        for (;;) {
          const answer = await t.as(g.v.by[who]).call(api.sendMessage, { params: g.params, body });
          if (answer.status === 200) return answer.value.message?.seq;
          expect(answer.code).toBe('sending-too-fast');
          t.time.advance(1500);
        }
      };
    });
    const seqs = await Promise.all(calls.map((call) => call()));
    const wanted = Array.from({ length: 50 }, (_, i) => i + 1);
    expect([...seqs].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(wanted);
    const events = await readChannel(t, g);
    expect(events.map(({ seq }) => seq)).toEqual(wanted);
    expect(events.map(({ data }) => (data as Message).seq)).toEqual(wanted);
    const page = await t.as(g.v.by.owner).get(api.listMessages, { params: g.params, query: { limit: 100 } });
    expect(page.items).toEqual(events.map(({ data }) => data));
  });

  test('who is not in the group, or no longer, neither sends nor reads', async () => {
    const g = await seedGroup(t);
    const sent = await send(t, g, 'neighbour', '大家好');
    const body = { kind: 'text', text: '我也来' } as const;
    const refusals = async (who: 'director' | 'neighbour') => {
      const caller = t.as(g.v.by[who]);
      const params = { ...g.params, messageSeq: String(sent.seq) };
      return [
        await caller.refused(api.sendMessage, { params: g.params, body }),
        await caller.refused(api.listMessages, { params: g.params }),
        await caller.refused(api.markRead, { params: g.params, body: { seq: 1 } }),
        await caller.refused(api.searchMessages, { params: g.params, query: { text: '大家', groupId: g.groupId } }),
        await caller.refused(api.recallMessage, { params }),
        await caller.refused(api.pinMessage, { params: g.params, body: { seq: 1 } }),
      ];
    };
    const unknown = Array.from({ length: 6 }, () => 'not-found');
    expect(await refusals('director')).toEqual(unknown);
    await takeOut(t, g, 'neighbour');
    expect(await refusals('neighbour')).toEqual(unknown);
  });

  test('a message carries one content, and the one that its kind calls for', async () => {
    const g = await seedGroup(t);
    const caller = t.as(g.v.by.neighbour);
    const refused = (body: object) => caller.refused(api.sendMessage, { params: g.params, body: body as never });
    expect(await refused({ kind: 'text' })).toBe('message-incomplete');
    expect(await refused({ kind: 'image', text: '看' })).toBe('message-incomplete');
    expect(await refused({ kind: 'text', text: '看', card: { kind: 'matter', id: 'm' } })).toBe('message-mixed');
    expect(await refused({ kind: 'image', fileId: 'no-such-file' })).toBe('not-found');
    expect(await refused({ kind: 'card', card: { kind: 'matter', id: 'no-such-matter' } })).toBe('card-missing');
    expect(await refused({ kind: 'event' })).toBe('bad-request');
  });

  test('in a quiet group leaders alone speak; a muted member waits until the mute ends', async () => {
    const g = await seedGroup(t, { speaking: 'moderators' });
    const body = { kind: 'text', text: '通知一下' } as const;
    const neighbour = t.as(g.v.by.neighbour);
    expect(await neighbour.refused(api.sendMessage, { params: g.params, body })).toBe('group-quiet');
    await send(t, g, 'rep', '今晚停水');
    const open = await seedGroup(t, { village: g.v });
    const until = t.time.now() + 60_000;
    await t.deps.store.write((tx) => {
      const { groupMembers: m } = tx.t;
      const { communityId } = g.v.c;
      const residentId = g.v.residents.neighbour;
      return tx
        .update(m)
        .set({ mutedUntil: until })
        .where(and(eq(m.communityId, communityId), eq(m.groupId, open.groupId), eq(m.residentId, residentId)));
    });
    expect(await neighbour.refused(api.sendMessage, { params: open.params, body })).toBe('member-muted');
    t.time.set(until);
    await send(t, open, 'neighbour', '我回来了');
  });

  test('members are mentioned, everyone by leaders only', async () => {
    const g = await seedGroup(t);
    const { residents } = g.v;
    const caller = t.as(g.v.by.neighbour);
    const stranger = { kind: 'text', text: '@周书记', mentions: [residents.secretary] } as const;
    expect(await caller.refused(api.sendMessage, { params: g.params, body: { ...stranger, mentions: [residents.secretary] } })).toBe(
      'mention-stranger',
    );
    const all = { kind: 'text', text: '@所有人', mentionsAll: true } as const;
    expect(await caller.refused(api.sendMessage, { params: g.params, body: all })).toBe('mention-all-denied');
    const named = await send(t, g, 'neighbour', { kind: 'text', text: '@王工', mentions: [residents.rep] });
    expect(named.mentions).toEqual([residents.rep]);
    const everyone = await send(t, g, 'rep', all);
    expect(everyone).toMatchObject({ seq: 2, mentionsAll: true });
    const rows = await t.deps.store.read(async (db) => ({
      members: await db.select().from(db.t.groupMembers).where(eq(db.t.groupMembers.groupId, g.groupId)),
      groups: await db.select().from(db.t.groups).where(eq(db.t.groups.id, g.groupId)),
    }));
    const marks = Object.fromEntries(rows.members.map(({ residentId, mentionSeq }) => [residentId, mentionSeq]));
    expect(marks).toMatchObject({ [residents.rep]: 1, [residents.neighbour]: 0 });
    expect(rows.groups[0]).toMatchObject({ allSeq: 2, lastSeq: 2 });
  });

  test('a quote shows who said what; what is not there cannot be quoted', async () => {
    const g = await seedGroup(t);
    const first = await send(t, g, 'neighbour', '上次说一楼担心采光,能不能请设计院来讲讲');
    const quoting = await send(t, g, 'rep', { kind: 'text', text: '同意', quoteSeq: first.seq });
    expect(quoting.quote).toEqual({ seq: 1, label: first.author?.label, kind: 'text', excerpt: first.text, state: 'shown' });
    const body = { kind: 'text', text: '同意', quoteSeq: 99 } as const;
    expect(await t.as(g.v.by.rep).refused(api.sendMessage, { params: g.params, body })).toBe('quote-missing');
  });
});
