import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import { chatApi } from '@bandeng/shared/chat/api.ts';
import { count } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { demoCommunityId } from '../../src/demo/demo-community.ts';
import { seedDemo } from '../../src/demo/seed.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';

const params = { communityId: demoCommunityId };

const countMatters = (t: TestApp) =>
  t.deps.store.read(async (db) => (await db.select({ n: count() }).from(db.t.matters))[0]?.n);

/** Each part finds something to do: a talk to read, a notice to acknowledge and to follow, a report, a topic, doors to knock at. */
const lookAround = async (t: TestApp) => {
  const [resident, leader, committee] = [t.as('demo-1-resident'), t.as('demo-3-building-leader'), t.as('demo-6-residents-committee')];
  const { items: groups } = await resident.get(chatApi.listGroups, { params });
  const building = groups.find(({ areaKind }) => areaKind === 'building');
  expect(building?.unread).toBeGreaterThan(3);
  const { items: waiting } = await resident.get(bulletinApi.listNoticeTodo, { params });
  expect(waiting.map(({ title }) => title)).toContain('周四 9:00–15:00 二次供水改造停水');
  const { items: written } = await leader.get(bulletinApi.listWrittenNotices, { params, query: {} });
  expect(new Set(written.map(({ status }) => status))).toEqual(new Set(['draft', 'scheduled', 'published']));
  const water = written.find(({ needsAck, status }) => needsAck && status === 'published');
  const { total } = await leader.get(bulletinApi.getDelivery, { params: { ...params, noticeId: water?.id ?? '' } });
  expect(total.acknowledged).toBeGreaterThan(0);
  expect(total.acknowledged + total.read + total.notReached + total.notRegistered).toBe(total.dwellings);
  expect(total.notRegistered).toBeGreaterThan(0);
  expect((await resident.get(bulletinApi.listMyKnocks, { params, query: { open: true } })).items).not.toEqual([]);
  expect((await leader.get(chatApi.listReports, { params, query: {} })).items).toHaveLength(1);
  expect((await leader.get(chatApi.listHeld, { params, query: {} })).items).toHaveLength(1);
  expect((await committee.get(chatApi.listIntakes, { params, query: { kind: 'topic' } })).items).toHaveLength(1);
};

it('two processes that start at once on one PostgreSQL set the demonstration up once, and both wait for it', async () => {
  const one = await buildTestApp({ engine: 'postgres' });
  const two = await buildTestApp({ engine: 'postgres', place: one.place });
  const seen = await Promise.all([one, two].map((t) => seedDemo(t.deps).then(() => countMatters(t))));
  expect(seen).toEqual([7, 7]);
  await lookAround(one);
  expect([...one.problems, ...two.problems]).toEqual([]);
  await Promise.all([one.close(), two.close()]);
}, 300_000);
