import { communityApi as api } from '@bandeng/shared/community/api.ts';
import { addDays, dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { and, asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standingChanged } from '../../src/community/standing-changed.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { buildVillage, type Person, type Village } from './neighbours.ts';

const labels = ['3-1-101', '3-2-101', '4-1-101', '5-1-101'] as const;
const bodies = ['branch-committee', 'residents-committee', 'representatives', 'party-members'] as const;
const kinds = ['building-leader', 'grid-worker', 'facilitator'] as const;

const whom = fc.nat(3);
const step = fc.oneof(
  fc.record({ do: fc.constant('settle' as const), whom, label: fc.constantFrom(...labels) }),
  fc.record({ do: fc.constant('move-out' as const), whom }),
  fc.record({ do: fc.constant('appoint' as const), whom, body: fc.constantFrom(...bodies), days: fc.integer({ min: -1, max: 2 }) }),
  fc.record({ do: fc.constant('end-seats' as const), whom }),
  fc.record({ do: fc.constant('grant' as const), whom, kind: fc.constantFrom(...kinds), building: fc.constantFrom('3', '4', '5') }),
  fc.record({ do: fc.constant('end-duties' as const), whom }),
  fc.record({ do: fc.constant('alias' as const), whom, alias: fc.constantFrom('', '王工', '小李') }),
  fc.record({ do: fc.constant('redraw' as const), building: fc.constantFrom('3', '4'), name: fc.constantFrom('甲栋', '乙栋') }),
  fc.record({ do: fc.constant('next-day' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

describe.each(engines)('groups after any changes on %s', { timeout: 300_000 }, (engine) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
  });
  afterAll(() => t.close());

  const snapshot = ({ c }: Village) =>
    t.deps.store.read(async (db) => {
      const { groups: g, groupMembers: m } = db.t;
      const groups = await db.select().from(g).where(eq(g.communityId, c.communityId)).orderBy(asc(g.id));
      const members = await db
        .select()
        .from(m)
        .where(eq(m.communityId, c.communityId))
        .orderBy(asc(m.groupId), asc(m.residentId));
      return { groups, members };
    });

  const play = async (v: Village, people: readonly Person[], taken: Step): Promise<void> => {
    const admin = t.as(v.c.admin);
    const { params } = v.c;
    const from = dayAt(t.time.now());
    if (taken.do === 'next-day') return t.time.advance(86_400_000);
    if (taken.do === 'redraw') {
      const areaId = v.houses.buildings[taken.building] ?? '';
      const { areas } = await admin.get(api.listAreas, { params });
      const version = areas.find(({ id }) => id === areaId)?.version ?? 0;
      const body = { name: taken.name, parentId: v.houses.compoundId, reason: '更名', version };
      await admin.call(api.redrawArea, { params: { ...params, areaId }, body });
      return;
    }
    const person = people[taken.whom];
    if (person === undefined) throw new Error('nobody');
    const { residentId } = person;
    const name = `居民${taken.whom}`;
    switch (taken.do) {
      case 'settle': {
        const phone = await t.deps.store.read(async (db) => {
          const { residents: r } = db.t;
          const [row] = await db.select({ phone: r.phone }).from(r).where(and(eq(r.communityId, v.c.communityId), eq(r.id, residentId)));
          return row?.phone ?? '';
        });
        const dwellingId = v.houses.dwellings[taken.label] ?? '';
        await admin.call(api.addTenure, { params: { ...params, dwellingId }, body: { name, phone, kind: 'household' } });
        return;
      }
      case 'move-out': {
        const mine = await t.as(person.account).call(api.getMyPlace, { params });
        for (const { tenureId } of mine.status === 200 ? mine.value.dwellings : [])
          await t.as(person.account).call(api.moveOut, { params: { ...params, tenureId }, body: { reason: '搬家' } });
        return;
      }
      case 'appoint': {
        const body = { residentId, position: '组长', from: addDays(from, taken.days), until: addDays(from, taken.days + 2) };
        await admin.call(api.appointMember, { params: { ...params, bodyId: v.c.bodies[taken.body] }, body });
        return;
      }
      case 'end-seats': {
        for (const kind of bodies) {
          const seats = await admin.get(api.getBody, { params: { ...params, bodyId: v.c.bodies[kind] } });
          for (const { id } of seats.members.filter((seat) => seat.residentId === residentId))
            await admin.call(api.endMembership, { params: { ...params, memberId: id }, body: { until: from, reason: '辞去' } });
        }
        return;
      }
      case 'grant': {
        const areaId = v.houses.buildings[taken.building] ?? '';
        await admin.call(api.grantDuty, { params, body: { kind: taken.kind, residentId, areaId, from } });
        return;
      }
      case 'end-duties': {
        const { duties } = await admin.get(api.listDuties, { params });
        for (const { id } of duties.filter((duty) => duty.residentId === residentId))
          await admin.call(api.endDuty, { params: { ...params, dutyId: id }, body: { until: from, reason: '卸任' } });
        return;
      }
      case 'alias':
        await t.as(person.account).call(api.setMyAlias, { params, body: { alias: taken.alias } });
    }
  };

  // Each change asks for its own people only: what a look at everybody finds must be there already.
  it('are the same whether each change is followed or everybody is looked at anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        const v = await buildVillage(t);
        const people: Person[] = [];
        for (let i = 0; i < 4; i++) people.push(await v.moveIn(`居民${i}`, labels[i] ?? ''));
        for (const taken of steps) {
          await play(v, people, taken);
          await t.runTimers();
        }
        const followed = await snapshot(v);
        await t.deps.store.write((tx) => standingChanged(tx, v.c.communityId, null, t.time.now()));
        await t.runTimers();
        expect(await snapshot(v)).toEqual(followed);
        const counts = followed.groups.map(({ id, memberCount }) => [
          memberCount,
          followed.members.filter(({ groupId, leftAt }) => groupId === id && leftAt === null).length,
        ]);
        expect(counts.filter(([kept, real]) => kept !== real)).toEqual([]);
      }),
      { numRuns: 8 },
    );
    expect(t.problems).toEqual([]);
  });
});
