import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import type { Assembly as AssemblyForm } from '@bandeng/shared/deliberation/vocabulary.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followMatter, readBallotPhoto, readMatterFile } from '../../src/deliberation/read-rules.ts';
import type { FileRow } from '../../src/platform/files/file-rule.ts';
import { buildHouses, foundTestCommunity, settle } from '../community/found.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { buildAssembly, day, draftBody, hour, votesOf, type Assembly } from './assembly.ts';

describe.each(engines)('who is asked and who may look on %s', { timeout: 120_000 }, (engine) => {
  let t: TestApp;
  let a: Assembly;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
    a = await buildAssembly(t, { branch: 1, residents: 1, party: 0, representatives: 1 });
    const houses = await buildHouses(t, a.c, ['1-1-101', '1-1-102', '1-1-201']);
    const live = async (label: string, key: string, kind: 'owner' | 'household' | 'tenant', bornOn: string | null) => {
      const residentId = await settle(t, a.c, houses.dwellings[label] ?? '', { name: key, kind });
      const { residents } = t.deps.store.t;
      await t.deps.store.write((tx) => tx.update(tx.t.residents).set({ birthDay: bornOn }).where(eq(residents.id, residentId)));
    };
    await live('1-1-101', '户主甲', 'owner', '1970-05-01');
    await live('1-1-101', '配偶甲', 'household', '1972-05-01');
    await live('1-1-101', '孩子甲', 'household', '2015-05-01');
    // An owner as the register gives one: with a name, a number and no birth date.
    await live('1-1-102', '户主乙', 'owner', null);
    await live('1-1-201', '租户丙', 'tenant', '2008-11-30');
    await live('1-1-201', '不详丙', 'household', null);
  });
  afterAll(async () => {
    expect(t.problems).toEqual([]);
    await t.close();
  });

  const reachResolve = async (assembly: AssemblyForm) => {
    const matterId = await a.submitted({ assembly });
    await a.hold('b1', matterId, votesOf(a.branch, 'yes'));
    await a.hold('r1', matterId, votesOf(a.committee, 'yes'));
    await a.hold('b1', matterId, votesOf(a.party, 'yes'));
    const startsAt = t.time.now() + 11 * day;
    const sessionId = await a.convene('r1', matterId, { startsAt, closesAt: startsAt + day });
    t.time.advance(11 * day);
    await a.open('r1', sessionId);
    const { roll, session } = await a.ok('r1', api.getSession, { params: { sessionId } });
    await a.ok('b1', api.withdrawMatter, { params: { matterId }, body: { reason: '演练结束' } });
    return { names: roll.map(({ name }) => name).sort(), labels: roll.map(({ label }) => label), session };
  };

  it('asks every adult in a residents’ assembly, the newly eighteen included', async () => {
    const { names, labels, session } = await reachResolve('residents');
    // The tenant comes of age between the announcement and the opening; without a birth date only who owns or rents is presumed adult.
    expect(names).toEqual(['户主乙', '户主甲', '租户丙', '配偶甲'].sort());
    expect(labels).toContain('户主甲 1-1-101');
    expect(session).toMatchObject({ assembly: 'residents', due: 4, bodyName: '枫林社区' });
    expect(session.quorum.law.mark).toBe('law');
  });

  it('asks one person of each household in an assembly of households, the owner first', async () => {
    const { names, session } = await reachResolve('households');
    expect(names).toEqual(['户主乙', '户主甲', '租户丙'].sort());
    expect(session).toMatchObject({ assembly: 'households', due: 3 });
  });

  it('does not exist for the people of another community', async () => {
    const matterId = await a.submitted();
    const sessionId = await a.convene('b1', matterId);
    await a.open('b1', sessionId);
    const away = await foundTestCommunity(t, '邻社区');
    const stranger = t.as(away.admin);
    const { communityId } = a.c;
    const body = { choice: 'yes' as const };
    expect(await stranger.refused(api.getMatter, { params: { communityId, matterId } })).toBe('not-a-member');
    expect(await stranger.refused(api.castBallot, { params: { communityId, sessionId }, body })).toBe('not-a-member');
    const own = { communityId: away.communityId };
    expect(await stranger.refused(api.getMatter, { params: { ...own, matterId } })).toBe('not-found');
    expect(await stranger.refused(api.getSession, { params: { ...own, sessionId } })).toBe('not-found');
    expect(await stranger.refused(api.castBallot, { params: { ...own, sessionId }, body })).toBe('not-found');
    expect(await stranger.refused(api.openSession, { params: { ...own, sessionId } })).toBe('not-found');
    expect(await stranger.refused(api.listRecord, { params: { ...own, matterId } })).toBe('not-found');
    expect(await t.as(null).refused(api.getMatter, { params: { communityId, matterId } })).toBe('not-signed-in');
  });

  it('lets photos of ballot sheets be seen after the count by those who serve or supervise, drafts by their authors', async () => {
    const matterId = await a.submitted();
    const sessionId = await a.convene('b1', matterId);
    await a.open('b1', sessionId);
    const { communityId } = a.c;
    const photo: FileRow = {
      communityId,
      id: 'photo',
      name: '选票.jpg',
      type: 'image/jpeg',
      width: null,
      height: null,
      durationMs: null,
      size: 9,
      sha256: '',
      uploadedBy: a.person('facilitator').resident,
      at: 0,
      ownerKind: 'ballot',
      ownerId: sessionId,
    };
    const now = t.time.now();
    const actor = async (key: string) => {
      const found = await t.deps.store.read((db) => t.deps.members.loadMember(db, communityId, a.person(key).account, now));
      if (!found) throw new Error(`${key} is no member`);
      return found;
    };
    const sees = async (key: string) => {
      const viewer = await actor(key);
      return t.deps.store.read((db) => readBallotPhoto(db, viewer, photo, now));
    };
    expect([await sees('facilitator'), await sees('supervisor')]).toEqual([false, false]);
    t.time.advance(3 * hour);
    await t.runTimers();
    expect([await sees('facilitator'), await sees('supervisor'), await sees('b1'), await sees('d1')]).toEqual([true, true, true, false]);
    expect(await t.deps.store.read((db) => readBallotPhoto(db, null, photo, now))).toBe(false);

    const { id: draftId } = await a.ok('b1', api.createDraft, { body: draftBody() });
    const file = { ...photo, ownerKind: 'matter', ownerId: draftId };
    const [author, outsider] = [await actor('b1'), await actor('d1')];
    const answers = await t.deps.store.read(async (db) => [
      await readMatterFile(db, author, file, now),
      await followMatter(db, author, draftId, now),
      await readMatterFile(db, outsider, file, now),
      await followMatter(db, outsider, draftId, now),
    ]);
    expect(answers).toEqual([true, true, false, false]);
  });
});
