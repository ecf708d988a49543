import { bulletinApi as api } from '@bandeng/shared/bulletin/api.ts';
import { dwellingState, noDwellings, tallyState } from '@bandeng/shared/bulletin/delivery.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, makeCommandId, type TestApp } from '../platform/test-app.ts';
import { buildDoorVillage, type DoorVillage } from './door-village.ts';

describe.each(engines)('notices under pressure on %s', (engine) => {
  let t: TestApp;
  let v: DoorVillage;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
    v = await buildDoorVillage(t);
  });
  afterAll(() => t.close());

  const readers = (id: string) =>
    t.deps.store.read((db) => db.select().from(db.t.noticeReaders).where(eq(db.t.noticeReaders.noticeId, id)));

  it('an acknowledgement that meets a correction counts for the version that was shown, or is refused', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await v.publish('李春梅');
      const body = { title: '改期', body: '改到周五。', fileIds: [], change: '改期', version: 1 };
      const [ack, correction, other] = await Promise.all([
        v.by('王工').call(api.acknowledgeNotice, { params: v.at(id), body: { version: 1 } }),
        v.by('李春梅').call(api.correctNotice, { params: v.at(id), body }),
        v.by('赵明').call(api.acknowledgeNotice, { params: v.at(id), body: { version: 1 } }),
      ]);
      expect(correction.status).toBe(200);
      const kept = await readers(id);
      const refused = [ack, other].filter(({ code }) => code === 'notice-changed').length;
      const accepted = [ack, other].filter(({ status }) => status === 200).length;
      expect([refused + accepted, kept.length]).toEqual([2, accepted]);
      expect(kept.every(({ ackVersion }) => ackVersion === 1)).toBe(true);
      const { total } = await v.by('李春梅').get(api.getDelivery, { params: v.at(id) });
      expect(total.acknowledged).toBe(0);
    }
  });

  it('of two corrections of one version one is refused, and a command sent twice is carried out once', async () => {
    const id = await v.publish('李春梅');
    const body = { title: '改期', body: '改到周五。', fileIds: [], change: '改期', version: 1 };
    const both = await Promise.all([1, 2].map(() => v.by('李春梅').call(api.correctNotice, { params: v.at(id), body })));
    expect(both.map(({ status, code }) => code ?? status).sort()).toEqual([200, 'notice-changed']);
    const commandId = makeCommandId();
    const draft = await v.draft('李春梅');
    const sent = { params: v.at(draft), body: { at: null }, commandId };
    await Promise.all([1, 2, 3].map(() => v.by('李春梅').post(api.publishNotice, sent)));
    const { messages: m } = t.deps.store.t;
    const cards = await t.deps.store.read((db) => db.select({ body: m.body }).from(m));
    expect(cards.filter((card) => card.body.cardId === draft)).toHaveLength(1);
  });

  it('tells a whole community in steps, everybody once, also when it is withdrawn in between', async () => {
    const { communityId } = v.c;
    const dwellingId = v.dwellings['3-1-101'] ?? '';
    const ids = Array.from({ length: 650 }, () => t.deps.newId());
    await t.deps.store.write(async (tx) => {
      for (let start = 0; start < ids.length; start += 50) {
        const some = ids.slice(start, start + 50);
        const blank = { alias: '', phone: null, partyMember: false, birthDay: null, createdAt: 0 };
        await tx.insert(tx.t.residents).values(some.map((id) => ({ communityId, id, accountId: `a-${id}`, name: '邻居', ...blank })));
        const tenure = { dwellingId, kind: 'household', from: 0, until: null, endReason: '' };
        await tx.insert(tx.t.tenures).values(some.map((id) => ({ communityId, id: t.deps.newId(), residentId: id, ...tenure })));
      }
    });
    const told = async (noticeId: string) => {
      const { channelEvents: e } = t.deps.store.t;
      const rows = await t.deps.store.read((db) =>
        db.select({ channel: e.channel, data: e.data }).from(e).where(and(eq(e.communityId, communityId), eq(e.type, 'notices-changed'))),
      );
      return rows.filter(({ data }) => (data as { noticeId: string }).noticeId === noticeId).map(({ channel }) => channel);
    };
    const first = await v.publish('孙主任', { areaIds: [v.buildings['3'] ?? ''] });
    expect(await told(first)).toHaveLength(300);
    await t.runTimers();
    const all = await told(first);
    expect([all.length, new Set(all).size]).toEqual([651, 651]);

    const second = await v.publish('孙主任', { areaIds: [v.buildings['3'] ?? ''] });
    await v.by('孙主任').post(api.withdrawNotice, { params: v.at(second), body: { reason: '发错了' } });
    await t.runTimers();
    expect(await told(second)).toHaveLength(300 + 651);

    // Corrected before all had heard of it: the others hear of it all the same, and who had read it hears once.
    const third = await v.publish('孙主任', { areaIds: [v.buildings['3'] ?? ''] });
    const last = [...ids].sort().at(-1) ?? '';
    const mark = { communityId, noticeId: third, residentId: last, readVersion: 1, readAt: t.time.now(), ackVersion: 0, ackAt: null };
    await t.deps.store.write((tx) => tx.insert(tx.t.noticeReaders).values(mark));
    const correction = { title: '改期', body: '改到周五。', fileIds: [], change: '改期', version: 1 };
    await v.by('孙主任').post(api.correctNotice, { params: v.at(third), body: correction });
    await t.runTimers();
    const heard = await told(third);
    expect([heard.length, new Set(heard).size]).toEqual([651, 651]);
    expect(t.problems).toEqual([]);
  });

  it('counts every dwelling as the shared rule does, whatever its people did', async () => {
    const id = await v.publish('孙主任', { areaIds: [v.c.areaId] });
    const correction = { title: '改期', body: '改到周五。', fileIds: [], change: '改期', version: 1 };
    await v.by('王工').post(api.acknowledgeNotice, { params: v.at(id), body: { version: 1 } });
    await v.by('孙主任').post(api.correctNotice, { params: v.at(id), body: correction });
    await v.by('赵明').post(api.markNoticeRead, { params: v.at(id), body: { version: 2 } });
    await v.by('吴代表').post(api.acknowledgeNotice, { params: v.at(id), body: { version: 2 } });
    const door = { ...v.at(id), dwellingId: v.dwellings['1-2-202'] ?? '' };
    await v.by('李春梅').post(api.recordKnock, { params: door, body: { result: 'told', note: '' } });

    const marks = new Map((await readers(id)).map((row) => [row.residentId, row]));
    const { dwellings: d, tenures: s, residents: r } = t.deps.store.t;
    const behind = await t.deps.store.read((db) =>
      db
        .select({ dwellingId: d.id, residentId: r.id, accountId: r.accountId })
        .from(d)
        .leftJoin(s, and(eq(s.communityId, d.communityId), eq(s.dwellingId, d.id), isNull(s.until)))
        .leftJoin(r, and(eq(r.communityId, s.communityId), eq(r.id, s.residentId)))
        .where(eq(d.communityId, v.c.communityId)),
    );
    const expected = [...new Set(behind.map(({ dwellingId }) => dwellingId))].reduce((so, dwellingId) => {
      const people = behind
        .filter((row) => row.dwellingId === dwellingId && row.residentId !== null)
        .map(({ residentId, accountId }) => {
          const mark = marks.get(residentId ?? '');
          return { hasAccount: accountId !== null, readVersion: mark?.readVersion ?? 0, ackVersion: mark?.ackVersion ?? 0 };
        });
      return tallyState(so, dwellingState(people, dwellingId === door.dwellingId ? 2 : 0, 2), 1);
    }, noDwellings);
    const { total } = await v.by('孙主任').get(api.getDelivery, { params: v.at(id) });
    expect(total).toEqual(expected);
    expect(total).toEqual({ dwellings: 6, acknowledged: 2, read: 1, notReached: 3, notRegistered: 0 });
  });
});
