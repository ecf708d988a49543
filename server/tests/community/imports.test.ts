import { communityApi as api } from '@bandeng/shared/community/api.ts';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import type { Schema } from '../../src/platform/store/schema.ts';
import { makeRegisterFile, registerFilename } from '../../src/demo/register-fixture.ts';
import { fixtureTotals } from '../../src/demo/register-rows.ts';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { addPhoneAccount, foundTestCommunity, type TestCommunity } from './found.ts';
import { checkFile, importFile, upload } from './import-file.ts';

const heading = '小区,楼栋,单元,房号,建筑面积,业主姓名,联系电话,共有人,租户,租户电话,政治面貌,备注';
const csv = (...rows: string[]) => [heading, ...rows].join('\n');
const wang = '春晖苑,3,2,101,89.50,王工,19900000001,,,,,';
const li = '春晖苑,3,2,102,89.50,李春梅,19900000002,李强,,,中共党员,楼栋长';
const zhou = '春晖苑,4,1,101,120.00,周生,19900000003,,吴租,19900000004,,居民代表';

describe.each(engines)('register imports on %s', (engine) => {
  let t: TestApp;
  let c: TestCommunity;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    c = await foundTestCommunity(t);
  });

  const rowsOf = (table: 'dwellings' | 'residents' | 'tenures' | 'bodyMembers' | 'duties' | 'areas') =>
    t.deps.store.read(async (db) => {
      const from: Schema['residents'] = db.t[table] as never;
      const rows = await db.select().from(from).where(eq(from.communityId, c.communityId)).orderBy(asc(from.id));
      return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'seenIn')));
    });
  const everything = async () => ({
    dwellings: await rowsOf('dwellings'),
    residents: await rowsOf('residents'),
    tenures: await rowsOf('tenures'),
    seats: await rowsOf('bodyMembers'),
    duties: await rowsOf('duties'),
    areas: await rowsOf('areas'),
  });
  const livingNow = async () => {
    const rows = await t.deps.store.read((db) => {
      const { tenures: x, residents: r, dwellings: d } = db.t;
      return db
        .select({ room: d.registerKey, kind: x.kind, name: r.name, phone: r.phone })
        .from(x)
        .innerJoin(r, and(eq(r.communityId, x.communityId), eq(r.id, x.residentId)))
        .innerJoin(d, and(eq(d.communityId, x.communityId), eq(d.id, x.dwellingId)))
        .where(and(eq(x.communityId, c.communityId), isNull(x.until)));
    });
    return rows.map(({ room, kind, name, phone }) => `${room} ${kind} ${name} ${phone ?? '-'}`).sort();
  };

  it('imports the register of a compound as it is kept, and the same again changes nothing', async () => {
    const file = await makeRegisterFile();
    const { checked, done } = await importFile(t, c, registerFilename, file);
    expect(checked).toMatchObject({
      status: 'checked',
      rejectedCount: fixtureTotals.rejected,
      difference: { added: fixtureTotals.dwellings, changed: 0, missing: 0, same: 0 },
    });
    const { rejected: _, ...totals } = fixtureTotals;
    expect(checked.summary).toMatchObject(totals);
    expect(done).toMatchObject({
      status: 'done',
      progress: { done: fixtureTotals.dwellings, total: fixtureTotals.dwellings },
    });
    const before = await everything();
    expect(before.dwellings).toHaveLength(fixtureTotals.dwellings);
    const owners = new Set(before.tenures.filter(({ kind }) => kind === 'owner').map(({ residentId }) => residentId));
    expect(owners.size).toBe(checked.summary?.owners);
    const areas = await t.as(c.admin).get(api.listAreas, { params: c.params });
    expect(areas.areas[0]).toMatchObject({ kind: 'community', dwellings: fixtureTotals.dwellings });
    const { bodies } = await t.as(c.admin).get(api.listBodies, { params: c.params });
    const members = Object.fromEntries(bodies.map(({ kind, members: count }) => [kind, count]));
    expect(members).toMatchObject({
      representatives: fixtureTotals.representatives,
      'party-members': fixtureTotals.partyMembers,
    });
    const { duties } = await t.as(c.admin).get(api.listDuties, { params: c.params });
    expect(duties.filter(({ kind }) => kind === 'building-leader')).toHaveLength(fixtureTotals.buildingLeaders);

    const again = await importFile(t, c, registerFilename, file, true);
    expect(again.checked.difference).toMatchObject({ added: 0, changed: 0, missing: 0, same: fixtureTotals.dwellings });
    expect(again.done.status).toBe('done');
    expect(await everything()).toEqual(before);
  });

  it('lists every refused row with row, column, code and sentence', async () => {
    const checked = await checkFile(
      t,
      c,
      'a.csv',
      csv(wang, '春晖苑,3,2,103,约九十,赵红,19900000005,,,,,', wang, '春晖苑,3,2,,89,钱七,19900000006,,,,,'),
    );
    const params = { ...c.params, importId: checked.id };
    const page = await t.as(c.admin).get(api.listRejectedRows, { params, query: { limit: 2 } });
    expect(page.items.map(({ row, column, code, firstRow }) => [row, column, code, firstRow])).toEqual([
      [3, 'E', 'area-invalid', undefined],
      [4, 'D', 'duplicate-dwelling', 2],
    ]);
    expect(page.items[0]?.zh).toContain('第 3 行');
    const rest = await t
      .as(c.admin)
      .get(api.listRejectedRows, { params, query: { limit: 2, cursor: page.next ?? '' } });
    expect(rest.items.map(({ code }) => code)).toEqual(['room-missing']);
    expect(rest.next).toBeNull();
  });

  it('shows what a newer file changes, and changes it: areas, owners, co-owners, tenants', async () => {
    await importFile(t, c, 'a.csv', csv(wang, li, zhou));
    expect(await livingNow()).toEqual([
      '春晖苑/3/2/101 owner 王工 19900000001',
      '春晖苑/3/2/102 co-owner 李强 -',
      '春晖苑/3/2/102 owner 李春梅 19900000002',
      '春晖苑/4/1/101 owner 周生 19900000003',
      '春晖苑/4/1/101 tenant 吴租 19900000004',
    ]);
    t.time.advance(86_400_000);
    const newer = csv(
      wang.replace('89.50', '90.10'),
      li.replace('李强', '李明'),
      '春晖苑,4,1,101,120.00,郑新,19900000007,,,,,',
      '春晖苑,4,1,102,120.00,王工,19900000001,,,,,',
    );
    const { checked } = await importFile(t, c, 'b.csv', newer);
    expect(checked.difference).toMatchObject({ added: 1, changed: 3, missing: 0, same: 0 });
    expect(checked.difference?.examples.find(({ label }) => label === '春晖苑 3-2-101')?.fields).toEqual([
      { field: 'area', before: '89.50', after: '90.10' },
    ]);
    expect(await livingNow()).toEqual([
      '春晖苑/3/2/101 owner 王工 19900000001',
      '春晖苑/3/2/102 co-owner 李明 -',
      '春晖苑/3/2/102 owner 李春梅 19900000002',
      '春晖苑/4/1/101 owner 郑新 19900000007',
      '春晖苑/4/1/102 owner 王工 19900000001',
    ]);
    const again = await checkFile(t, c, 'b.csv', newer);
    expect(again.difference).toMatchObject({ added: 0, changed: 0, missing: 0, same: 4 });
  });

  it('leaves missing dwellings alone unless told, takes them out, and brings them back', async () => {
    await importFile(t, c, 'a.csv', csv(wang, li, zhou, '秋水园,1,1,101,70,冯家,19900000008,,,,,'));
    const shorter = csv(wang, zhou.replace('120.00', '约'));
    const { checked } = await importFile(t, c, 'b.csv', shorter);
    expect(checked.difference).toMatchObject({ missing: 1, same: 1 });
    expect(await livingNow()).toHaveLength(6);
    const { done } = await importFile(t, c, 'b.csv', shorter, true);
    expect(done.progress).toEqual({ done: 2, total: 2 });
    // 李家 is gone; 周家 stands on a refused row and 秋水园 is another compound's register: both stay.
    expect((await livingNow()).map((line) => line.split(' ')[2])).toEqual(['王工', '周生', '吴租', '冯家']);
    const page = await t.as(c.admin).get(api.listDwellings, { params: c.params, query: {} });
    expect(page.items.map(({ label }) => label)).toEqual(['春晖苑 3-2-101', '春晖苑 4-1-101', '秋水园 1-1-101']);
    expect((await checkFile(t, c, 'b.csv', shorter)).difference).toMatchObject({ missing: 0, same: 1 });
    const { checked: back } = await importFile(t, c, 'a.csv', csv(wang, li, zhou));
    expect(back.difference).toMatchObject({ added: 1, same: 2 });
    expect(await livingNow()).toHaveLength(6);
  });

  it('lets in at once whose number is known, and keeps a person whose number changes', async () => {
    const account = await addPhoneAccount(t, '19900000011');
    const known = wang.replace('19900000001', '19900000011');
    await importFile(t, c, 'a.csv', csv(known, known.replace('101', '201')));
    const mine = await t.as(account).get(api.getMyPlace, { params: c.params });
    expect(mine.dwellings).toHaveLength(2);
    const renumbered = csv(known, known.replace('101', '201')).replaceAll('19900000011', '19900000099');
    const { checked } = await importFile(t, c, 'b.csv', renumbered);
    expect(checked.difference).toMatchObject({ changed: 2 });
    expect(await t.as(account).get(api.getMyPlace, { params: c.params })).toMatchObject({
      residentId: mine.residentId,
      phone: '19900000099',
    });
    expect((await checkFile(t, c, 'b.csv', renumbered)).difference).toMatchObject({ same: 2 });
  });

  it('ends no tenancy that a claim began, and appoints nobody whose term was ended by hand', async () => {
    await importFile(t, c, 'a.csv', csv(wang, li));
    const account = await t.addAccount();
    const { dwellings } = await t
      .as(account)
      .get(api.findClaimable, { params: c.params, query: { search: '3-2-101' } });
    const body = { dwellingId: dwellings[0]?.id ?? '', name: '吴租', kind: 'tenant' as const, note: '' };
    const claim = await t.as(account).post(api.createClaim, { params: c.params, body });
    await t
      .as(c.admin)
      .post(api.decideClaim, { params: { ...c.params, claimId: claim.id }, body: { accept: true, reason: '' } });
    const { duties } = await t.as(c.admin).get(api.listDuties, { params: c.params });
    const leader = duties.find(({ kind }) => kind === 'building-leader');
    await t
      .as(c.admin)
      .post(api.endDuty, {
        params: { ...c.params, dutyId: leader?.id ?? '' },
        body: { until: dayAt(t.time.now()), reason: '换届' },
      });
    const { checked } = await importFile(t, c, 'a.csv', csv(wang, li));
    expect(checked.difference).toMatchObject({ changed: 0, same: 2 });
    expect((await t.as(account).get(platformApi.me)).communities).toMatchObject([{ roles: ['resident', 'tenant'] }]);
    const after = await t.as(c.admin).get(api.listDuties, { params: c.params });
    expect(after.duties.filter(({ kind }) => kind === 'building-leader')).toEqual([]);
  });

  it('continues after a restart where it was, and doubles nothing', async () => {
    const rows = Array.from(
      { length: 1_250 },
      (_, i) => `春晖苑,${1 + (i % 7)},${1 + (i % 3)},${101 + i},${80 + (i % 20)},住户${i},${19910000000 + i},,,,,`,
    );
    const checked = await checkFile(t, c, 'a.csv', csv(...rows));
    const params = { ...c.params, importId: checked.id };
    const commit = { params, body: { endMissing: false }, commandId: 'commit-once-0001' };
    await t.as(c.admin).post(api.commitImport, commit);
    expect(await t.as(c.admin).post(api.commitImport, commit)).toMatchObject({ status: 'running' });
    expect(await t.as(c.admin).refused(api.commitImport, { params, body: { endMissing: false } })).toBe(
      'import-running',
    );
    const { applyImport } = await import('../../src/community/imports/apply-import.ts');
    const timer = { communityId: c.communityId, kind: 'apply-import', subjectId: checked.id, dueAt: t.time.now() };
    const deps = { ...t.deps, now: t.time.now() };
    // A process dies in the middle of its second chunk: nothing of that chunk is there.
    await t.deps.store.write((tx) => applyImport.run(tx, timer, deps));
    const dying = t.deps.store.write(async (tx) => {
      await applyImport.run(tx, timer, deps);
      throw new Error('killed');
    });
    await expect(dying).rejects.toThrow('killed');
    expect(await t.as(c.admin).get(api.getImport, { params })).toMatchObject({
      status: 'running',
      progress: { done: 500, total: 1250 },
    });
    const restarted = await buildTestApp({ engine, place: t.place, time: t.time });
    await restarted.runTimers();
    await restarted.close();
    expect(await t.as(c.admin).get(api.getImport, { params })).toMatchObject({
      status: 'done',
      progress: { done: 1250, total: 1250 },
    });
    expect(await rowsOf('dwellings')).toHaveLength(1_250);
    expect(await livingNow()).toHaveLength(1_250);
  });

  it('fails after a chunk could not be written five times, keeps what was, and goes on with the same file', async () => {
    const rows = Array.from(
      { length: 700 },
      (_, i) => `春晖苑,${1 + (i % 7)},1,${101 + i},${80 + (i % 20)},住户${i},${19920000000 + i},,,,,`,
    );
    const checked = await checkFile(t, c, 'a.csv', csv(...rows));
    const params = { ...c.params, importId: checked.id };
    await t.as(c.admin).post(api.commitImport, { params, body: { endMissing: false } });
    await t.deps.store.write(async (tx) => {
      const { importRows: r } = tx.t;
      const second = and(eq(r.communityId, c.communityId), eq(r.importId, checked.id), eq(r.position, 600));
      await tx.update(r).set({ body: { nothing: 'that can be applied' } }).where(second);
    });
    const status = async () => (await t.as(c.admin).get(api.getImport, { params })).status;
    for (let tried = 0; tried < 5; tried += 1) {
      await t.runTimers();
      expect(await status()).toBe('running');
      t.time.advance(600_000);
    }
    await t.runTimers();
    expect(await t.as(c.admin).get(api.getImport, { params })).toMatchObject({
      status: 'failed',
      failure: 'rows-not-written',
      progress: { done: 500, total: 700 },
    });
    expect(await rowsOf('dwellings')).toHaveLength(500);
    t.problems.splice(0);
    const again = await importFile(t, c, 'a.csv', csv(...rows));
    expect(again.checked.difference).toMatchObject({ added: 200, changed: 0, same: 500 });
    expect(again.done).toMatchObject({ status: 'done', failure: null });
    expect(await livingNow()).toHaveLength(700);
  });

  it('takes one import at a time, none that was not checked, and none after it was given up', async () => {
    const first = await checkFile(t, c, 'a.csv', csv(wang));
    const second = await checkFile(t, c, 'b.csv', csv(li));
    const at = (importId: string) => ({ ...c.params, importId });
    const body = { endMissing: false };
    await t.as(c.admin).post(api.commitImport, { params: at(first.id), body });
    expect(await t.as(c.admin).refused(api.commitImport, { params: at(second.id), body })).toBe('import-running');
    expect(
      await t.as(c.admin).refused(api.checkImport, { params: at(first.id), body: { mapping: first.mapping } }),
    ).toBe('import-running');
    await t.runTimers();
    await t.as(c.admin).post(api.cancelImport, { params: at(second.id) });
    expect(await t.as(c.admin).refused(api.commitImport, { params: at(second.id), body })).toBe('import-ended');
    const fileId = await upload(t, c, 'c.csv', csv(li));
    const third = await t.as(c.admin).post(api.createImport, { params: c.params, body: { fileId } });
    expect(await t.as(c.admin).refused(api.commitImport, { params: at(third.id), body })).toBe('import-not-checked');
    expect(await t.as(c.admin).refused(api.createImport, { params: c.params, body: { fileId } })).toBe('not-found');
  });

  it('maps by hand what the headings do not tell, and refuses half a mapping', async () => {
    const fileId = await upload(t, c, 'a.csv', '甲,乙,丙,丁,戊\n3,2,101,89.50,王工\n3,2,102,80,李春梅\n');
    const begun = await t.as(c.admin).post(api.createImport, { params: c.params, body: { fileId } });
    expect(begun).toMatchObject({ headingRow: null, status: 'mapping' });
    expect(begun.sample[1]).toEqual(['3', '2', '101', '89.50', '王工']);
    const params = { ...c.params, importId: begun.id };
    const check = (mapping: Record<string, number | null>) => ({ params, body: { mapping, headingRow: 1 } });
    const whole = { building: 0, unit: 1, room: 2, area: 3, owner: 4 };
    expect(await t.as(c.admin).refused(api.checkImport, check({ ...whole, owner: null }))).toBe('mapping-incomplete');
    expect(await t.as(c.admin).refused(api.checkImport, check({ ...whole, unit: 2 }))).toBe('mapping-twice');
    expect(await t.as(c.admin).refused(api.checkImport, check({ ...whole, nonsense: 3 }))).toBe('bad-request');
    const checked = await t.as(c.admin).post(api.checkImport, check(whole));
    expect(checked).toMatchObject({
      status: 'checked',
      summary: { dwellings: 2, areaCentiM2: 16950 },
      difference: { added: 2 },
    });
  });

  it('takes registers from administrators only, and only what can be read', async () => {
    const resident = await addPhoneAccount(t, '19900000012');
    await importFile(t, c, 'a.csv', csv(wang.replace('19900000001', '19900000012')));
    await expect(upload(t, c, 'b.csv', csv(li), resident)).rejects.toThrow('unsupported-type');
    const fileId = await upload(t, c, 'b.xlsx', Buffer.from('PK\u0003\u0004 and then nothing of use'));
    expect(await t.as(c.admin).refused(api.createImport, { params: c.params, body: { fileId } })).toBe(
      'file-unreadable',
    );
    expect(await t.as(resident).refused(api.listImports, { params: c.params })).toBe('not-allowed');
  });
});
