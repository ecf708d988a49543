import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { floodLimits } from '@bandeng/shared/chat/flood.ts';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { seedGroup, send } from './seed-group.ts';

describe.each(engines)('flood limits on %s', (engine) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
  });
  afterAll(() => t.close());

  const body = { kind: 'text', text: '在吗' } as const;

  test('one person in one group: a burst, then one at a time; what was refused leaves no message', async () => {
    const g = await seedGroup(t);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => t.as(g.v.by.neighbour).call(api.sendMessage, { params: g.params, body })),
    );
    const { burst, everyMs } = floodLimits.member;
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(burst);
    expect(answers.filter(({ code }) => code === 'sending-too-fast')).toHaveLength(20 - burst);
    const { items } = await t.as(g.v.by.rep).get(api.listMessages, { params: g.params });
    expect(items).toHaveLength(burst);
    await send(t, g, 'supervisor', '别人照常说话');
    t.time.advance(everyMs);
    await send(t, g, 'neighbour', '现在可以了');
    expect(await t.as(g.v.by.neighbour).refused(api.sendMessage, { params: g.params, body })).toBe('sending-too-fast');
  });

  test('a busy group makes members wait, not its leaders', async () => {
    const g = await seedGroup(t);
    const { communityId, groupId } = g.params;
    await t.deps.store.write((tx) => {
      const { groups } = tx.t;
      const used = { floodTokens: 999, floodAt: t.time.now() };
      return tx
        .update(groups)
        .set(used)
        .where(and(eq(groups.communityId, communityId), eq(groups.id, groupId)));
    });
    expect(await t.as(g.v.by.neighbour).refused(api.sendMessage, { params: g.params, body })).toBe('group-busy');
    await send(t, g, 'owner', '请大家慢一点');
    t.time.advance(1);
    await send(t, g, 'neighbour', '好的');
    expect(await t.as(g.v.by.supervisor).refused(api.sendMessage, { params: g.params, body })).toBe('group-busy');
  });
});
