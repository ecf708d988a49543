import { count } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { seedDemo } from '../../src/demo/seed.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';

const countMatters = (t: TestApp) =>
  t.deps.store.read(async (db) => (await db.select({ n: count() }).from(db.t.matters))[0]?.n);

it('two processes that start at once on one PostgreSQL set the demonstration up once, and both wait for it', async () => {
  const one = await buildTestApp({ engine: 'postgres' });
  const two = await buildTestApp({ engine: 'postgres', place: one.place });
  const seen = await Promise.all([one, two].map((t) => seedDemo(t.deps).then(() => countMatters(t))));
  expect(seen).toEqual([7, 7]);
  expect([...one.problems, ...two.problems]).toEqual([]);
  await Promise.all([one.close(), two.close()]);
}, 300_000);
