import BetterSqlite from 'better-sqlite3';
import { bulletinApi as api } from '@bandeng/shared/bulletin/api.ts';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { buildDoorVillage, type DoorVillage } from './door-village.ts';

const doors = 12_000;

const analyze = async (connectionString: string): Promise<void> => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('ANALYZE');
  await client.end();
};

describe.each(engines)('a notice to twelve thousand doors on %s', (engine) => {
  let t: TestApp;
  let v: DoorVillage;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
    v = await buildDoorVillage(t);
    // Statistics that know of a handful of doors: as they are for a minute after a register is imported, and worst for plans.
    if (t.place.databaseUrl !== null) await analyze(t.place.databaseUrl);
    const { communityId } = v.c;
    const areaId = await v.area('2-1');
    const place = { compound: '春晖苑', building: '2', unit: '1', areaCentiM2: 8950, developer: false, occupancy: '', people: null, seenIn: null, removedAt: null };
    const blank = { alias: '', phone: null, accountId: null, partyMember: false, birthDay: null, createdAt: 0 };
    for (let start = 0; start < doors; start += 500) {
      const rows = Array.from({ length: 500 }, (_, i) => ({ id: t.deps.newId(), residentId: t.deps.newId(), room: String(1000 + start + i) }));
      await t.deps.store.write(async (tx) => {
        await tx.insert(tx.t.dwellings).values(
          rows.map(({ id, room }) => ({ communityId, id, areaId, ...place, room, registerKey: `春晖苑/2/1/${room}`, sortKey: `2-1-${room.padStart(6, '0')}` })),
        );
        await tx.insert(tx.t.residents).values(rows.map(({ residentId }) => ({ communityId, id: residentId, name: '邻居', ...blank })));
        const tenure = { kind: 'owner', from: 0, until: null, endReason: '' };
        await tx.insert(tx.t.tenures).values(rows.map(({ id, residentId }) => ({ communityId, id: t.deps.newId(), dwellingId: id, residentId, ...tenure })));
      });
    }
  });
  afterAll(() => t.close());

  const audience = (areaId: string) => {
    const query = { areaIds: areaId, bodyIds: '', category: 'utilities' as const };
    return v.by('孙主任').get(api.getAudience, { params: v.c.params, query });
  };

  it('counts them, follows them and lists them, each in one statement however many there are', async () => {
    const prepare = vi.spyOn(BetterSqlite.prototype, 'prepare');
    const statementsOf = async (run: () => Promise<unknown>): Promise<string[]> => {
      prepare.mockClear();
      await run();
      return prepare.mock.calls.map(([text]) => text);
    };
    const [few = '', many = ''] = [v.buildings['1'], v.buildings['2']];
    expect(await audience(many)).toMatchObject({ dwellings: doors + 1, unregisteredDwellings: doors, people: doors + 1, registered: 1 });
    const small = await v.publish('孙主任', { areaIds: [few] });
    const large = await v.publish('孙主任', { areaIds: [many] });
    const follow = (id: string) => v.by('孙主任').get(api.getDelivery, { params: v.at(id) });
    expect((await follow(large)).total).toEqual({ dwellings: doors + 1, acknowledged: 0, read: 0, notReached: 1, notRegistered: doors });
    const page = await v.by('孙主任').get(api.listDwellingDelivery, { params: v.at(large), query: { missing: true, limit: 100 } });
    expect([page.items.length, page.next === null]).toEqual([100, false]);
    if (engine === 'sqlite') {
      // What was prepared once does not show again: the second run of each is compared.
      expect(await statementsOf(() => audience(many))).toHaveLength((await statementsOf(() => audience(few))).length);
      const statements = await statementsOf(() => follow(large));
      expect(statements).toHaveLength((await statementsOf(() => follow(small))).length);
      const file = new BetterSqlite(join(t.place.dataDir, 'bandeng.db'), { readonly: true });
      for (const text of [...statements, ...(await statementsOf(() => audience(many)))].filter((one) => one.includes('"tenures"'))) {
        const values = Array.from(text.match(/\?/g) ?? [], () => 1);
        const plan = file.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all(...values).map(({ detail }) => detail);
        // Doors are found by their area, people by their door, marks by their key: nothing is gone through row by row.
        const walked = plan.filter((line) => /^SCAN (dwellings|tenures|residents|notice_readers|notice_knocks)\b/.test(line));
        expect({ text, walked }).toEqual({ text, walked: [] });
      }
      file.close();
    }
    prepare.mockRestore();
    expect(t.problems).toEqual([]);
  });

  it('hands them all over, and takes them off the list one by one', async () => {
    const id = await v.publish('孙主任', { areaIds: [v.buildings['2'] ?? ''] });
    const helperId = v.people['网格员']?.resident ?? '';
    expect(await v.by('孙主任').post(api.assignKnocks, { params: v.at(id), body: { helperId } })).toEqual({ assigned: doors + 1 });
    const list = () => v.by('网格员').get(api.listMyKnocks, { params: v.c.params, query: { open: true, limit: 1 } });
    const [first] = (await list()).items;
    await v.by('网格员').post(api.recordKnock, { params: { ...v.at(id), dwellingId: first?.dwellingId ?? '' }, body: { result: 'told', note: '' } });
    const [second] = (await list()).items;
    expect(second?.dwellingId).not.toBe(first?.dwellingId);
    expect((await v.by('孙主任').get(api.getDelivery, { params: v.at(id) })).total.acknowledged).toBe(1);
  });
});
