import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { and, eq } from 'drizzle-orm';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { buildAssembly, votesOf, type Assembly } from './assembly.ts';
import { environmentOf } from './server-process.ts';

const server = fileURLToPath(new URL('../..', import.meta.url));

describe.each(engines)('the record of a matter on %s', { timeout: 120_000 }, (engine) => {
  let t: TestApp;
  let a: Assembly;
  let matterId: string;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
    a = await buildAssembly(t);
    matterId = await a.submitted();
    await a.hold('b1', matterId, votesOf(a.branch, 'yes'));
  });
  afterAll(() => t.close());

  const run = (...args: string[]) => {
    const command = ['--import', 'tsx', 'src/deliberation/record-cli.ts', ...args];
    return spawnSync(process.execPath, command, { cwd: server, env: environmentOf(t.place), encoding: 'utf8' });
  };
  const tamper = (seq: number, set: object) => {
    const { recordEntries: e } = t.deps.store.t;
    return t.deps.store.write((tx) =>
      tx.update(tx.t.recordEntries).set(set).where(and(eq(e.matterId, matterId), eq(e.seq, seq))),
    );
  };

  it('holds every step and every number of the count', async () => {
    const { items } = await a.ok('d1', api.listRecord, { params: { matterId } });
    expect(items.map(({ kind }) => kind)).toEqual([
      'matter-submitted',
      'session-convened',
      'session-opened',
      ...Array<string>(5).fill('ballot-cast'),
      'session-closed',
      'stage-reached',
    ]);
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, i) => i + 1));
    const closed = JSON.parse(items[8]?.body ?? '{}') as { outcome: object; pass: object };
    expect(closed.outcome).toMatchObject({ due: 5, present: 5, yes: 5, no: 0, abstain: 0, passNeeded: 3 });
    expect(closed.pass).toMatchObject({ base: 'present', numerator: 1, denominator: 2, strict: true });
    const first = await t.as(a.person('d1').account).get(api.listRecord, {
      params: { communityId: a.c.communityId, matterId },
      query: { limit: 4 },
    });
    expect([first.items.length, first.next]).toEqual([4, '4']);
  });

  it('binds the bytes of what was attached when it was submitted, announced and written down', async () => {
    const { communityId } = a.c;
    const upload = async (sha256: string) => {
      const id = t.deps.newId();
      const meta = { name: '方案.pdf', type: 'application/pdf', size: 9, ownerKind: null, ownerId: null };
      const row = { communityId, id, ...meta, sha256, uploadedBy: a.person('b1').resident, at: t.time.now() };
      await t.deps.store.write((tx) => tx.insert(tx.t.files).values(row));
      return id;
    };
    const [plan, agenda, minutes] = ['1', '2', '3'].map((digit) => digit.repeat(64));
    const id = await a.submitted({ fileIds: [await upload(plan ?? '')] });
    const sessionId = await a.convene('b1', id, { fileIds: [await upload(agenda ?? '')] });
    await a.open('b1', sessionId);
    const written = { text: '纪要', version: 0, fileIds: [await upload(minutes ?? '')] };
    await a.ok('b1', api.writeMinutes, { params: { sessionId }, body: written });
    const { items } = await a.ok('d1', api.listRecord, { params: { matterId: id } });
    const kept = items.flatMap(({ kind, body }) =>
      ((JSON.parse(body) as { files?: { sha256: string }[] }).files ?? []).map(({ sha256 }) => [kind, sha256]),
    );
    expect(kept).toEqual([
      ['matter-submitted', plan],
      ['session-convened', agenda],
      ['minutes-written', minutes],
    ]);
  });

  it('keeps the files of the announcement and of the minutes apart: rewritten minutes drop nothing announced', async () => {
    const { communityId } = a.c;
    const upload = async (name: string) => {
      const id = t.deps.newId();
      const meta = { name, type: 'application/pdf', size: 9, sha256: id, ownerKind: null, ownerId: null };
      const row = { communityId, id, ...meta, uploadedBy: a.person('b1').resident, at: t.time.now() };
      await t.deps.store.write((tx) => tx.insert(tx.t.files).values(row));
      return id;
    };
    const id = await a.submitted();
    const sessionId = await a.convene('b1', id, { fileIds: [await upload('议程.pdf')] });
    await a.open('b1', sessionId);
    const write = (fileIds: string[], version: number) =>
      a.ok('b1', api.writeMinutes, { params: { sessionId }, body: { text: '纪要', version, fileIds } });
    const [sheet, photo] = [await upload('签到表.pdf'), await upload('照片.pdf')];
    const shown = async () => {
      const session = (await a.view(id)).sessions.find((one) => one.id === sessionId);
      return [session?.attachments.map(({ name }) => name), session?.minutes?.files.map(({ name }) => name)];
    };
    await write([sheet, photo], 0);
    expect(await shown()).toEqual([['议程.pdf'], ['签到表.pdf', '照片.pdf']]);
    await write([sheet], 1);
    expect(await shown()).toEqual([['议程.pdf'], ['签到表.pdf']]);
    await write([], 2);
    expect(await shown()).toEqual([['议程.pdf'], []]);
    const { items } = await a.ok('d1', api.listRecord, { params: { matterId: id } });
    const written = items.filter(({ kind }) => kind === 'minutes-written').map(({ body }) => JSON.parse(body) as { files: { id: string }[] });
    expect(written.map(({ files }) => files.map((file) => file.id))).toEqual([[sheet, photo], [sheet], []]);
  });

  it('is said to be unbroken, by the service and from the command line', async () => {
    const verified = await a.ok('d1', api.verifyRecord, { params: { matterId } });
    expect(verified).toMatchObject({ unbroken: true, length: 10, brokenAt: null });
    const { status, stdout } = run('verify', '--matter', matterId, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ id: matterId, verdict: { ok: true, length: 10, head: verified.head } });
  });

  it('says where it was tampered with, and takes a number for an id', async () => {
    const { items } = await a.ok('d1', api.listRecord, { params: { matterId } });
    const body = items[8]?.body ?? '';
    await tamper(9, { body: body.replace('"yes":5', '"yes":4') });
    expect(await a.ok('d1', api.verifyRecord, { params: { matterId } })).toMatchObject({ unbroken: false, brokenAt: 9, length: 8 });
    const { status, stdout } = run('verify', '--matter', '2026-001');
    expect([status, stdout.includes('第 9 条断开')]).toEqual([1, true]);
    await tamper(9, { body: `${body} ` });
    expect((await a.ok('d1', api.verifyRecord, { params: { matterId } })).brokenAt).toBe(9);
    await tamper(9, { body });
    expect((await a.ok('d1', api.verifyRecord, { params: { matterId } })).unbroken).toBe(true);
  });
});

it('tells how the command is used', () => {
  const command = ['--import', 'tsx', 'src/deliberation/record-cli.ts'];
  const { status, stderr } = spawnSync(process.execPath, [...command, 'check'], { cwd: server, encoding: 'utf8' });
  expect([status, stderr.includes('verify --matter')]).toEqual([2, true]);
});
