import { platformApi as api } from '@bandeng/shared/platform/api.ts';
import { fillPath } from '@bandeng/shared/kernel/api.ts';
import { eq } from 'drizzle-orm';
import exceljs from 'exceljs';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/platform/engine.ts';
import { sweepFiles } from '../../src/platform/files/sweep-files.ts';
import { maxFileBytes } from '../../src/platform/files/vault.ts';
import { beginHousekeeping } from '../../src/platform/jobs/housekeeping.ts';
import { engines } from './engines.ts';
import { buildTestApp, makeCommandId, type TestApp } from './test-app.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');

const boundary = 'x-boundary-x';
const multipart = (name: string, declared: string, content: Buffer) =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${declared}\r\n\r\n`),
    content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);

/** Members of 'c' are all whose account ends in '-c'. Files of a 'poster' are public, those of a 'letter' for members. */
const readers: Engine = {
  name: 'readers',
  serve: () => {},
  members: {
    loadMember: async (_db, communityId, accountId) =>
      accountId.endsWith(`-${communityId}`)
        ? { accountId, communityId, residentId: `r-${accountId}`, name: '王工', dwells: true, roles: accountId.startsWith('admin') ? ['administrator'] : ['resident'], grants: [] }
        : null,
    listMemberships: async () => [],
    onPhoneBound: async () => {},
    onAccountDeleted: async () => ({ ok: true, value: { done: true } }),
  },
  files: { poster: async () => true, letter: async (_db, viewer) => viewer !== null },
};

describe.each(engines)('files on %s', (engine) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await buildTestApp({ engine, engines: [readers] });
    for (const id of ['admin-c', 'a-c', 'b-c', 'x-d']) await t.addAccount({ id });
  });
  afterAll(() => t.close());

  const upload = async (content: Buffer, { name = '照片 1.png', declared = 'image/png', by = 'a-c', commandId = makeCommandId() } = {}) => {
    const response = await t.app.inject({
      method: 'POST',
      url: '/api/communities/c/files',
      headers: {
        authorization: `Bearer ${await t.tokenOf(by)}`,
        'idempotency-key': commandId,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      payload: multipart(name, declared, content),
    });
    return { status: response.statusCode, ...response.json<{ id: string; name: string; type: string; sha256: string; error?: { code: string } }>() };
  };
  const download = async (fileId: string, by: string | null, communityId = 'c') =>
    t.app.inject({
      url: fillPath(api.downloadFile.path, { communityId, fileId }),
      headers: by === null ? {} : { authorization: `Bearer ${await t.tokenOf(by)}` },
    });
  const attach = (id: string, ownerKind: string) =>
    t.deps.store.write((tx) => tx.update(tx.t.files).set({ ownerKind, ownerId: 'o' }).where(eq(tx.t.files.id, id)));
  const folder = () => join(t.place.dataDir, 'files', 'c');

  it('keeps what was sent, under its name, and gives it back to who sent it', async () => {
    const stored = await upload(pdf, { name: '通知 1.pdf' });
    expect(stored).toMatchObject({ status: 200, name: '通知 1.pdf', type: 'application/pdf', size: pdf.length, width: null, durationMs: null });
    expect(stored.sha256).toBe(createHash('sha256').update(pdf).digest('hex'));
    const { rawPayload, headers } = await download(stored.id, 'a-c');
    expect(rawPayload.equals(pdf)).toBe(true);
    expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
    expect(headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('通知 1.pdf')}`);
    const picture = await download((await upload(png)).id, 'a-c');
    expect(picture.headers['content-disposition']).toBe(`inline; filename*=UTF-8''${encodeURIComponent('照片 1.png')}`);
  });

  it('goes by the content and not by what is declared', async () => {
    expect(await upload(pdf, { name: 'x.png', declared: 'image/png' })).toMatchObject({ status: 200, type: 'application/pdf' });
    const html = Buffer.from('<html><script>alert(1)</script></html>');
    expect(await upload(html, { declared: 'image/png' })).toMatchObject({ status: 415, error: { code: 'unsupported-type' } });
    expect((await upload(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).status).toBe(415);
    expect((await upload(Buffer.alloc(0))).error?.code).toBe('file-missing');
  });

  it('takes workbooks from everybody, and tables without a signature from administrators only', async () => {
    const book = new exceljs.Workbook();
    book.addWorksheet('名册').addRow(['房号', '业主']);
    const xlsx = Buffer.from(await book.xlsx.writeBuffer());
    const csv = Buffer.from('房号,业主\n101,王工\n');
    const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    expect(await upload(xlsx, { name: '名册.xlsx', by: 'admin-c' })).toMatchObject({ status: 200, type: workbook });
    expect(await upload(csv, { name: '名册.CSV', by: 'admin-c' })).toMatchObject({ status: 200, type: 'text/csv' });
    expect(await upload(xlsx, { name: '费用.xlsx' })).toMatchObject({ status: 200, type: workbook });
    expect((await upload(csv, { name: '名册.csv' })).status).toBe(415);
    expect((await upload(csv, { name: '名册.txt', by: 'admin-c' })).status).toBe(415);
    expect((await upload(Buffer.from('a\u0000b'), { name: 'x.csv', by: 'admin-c' })).status).toBe(415);
  });

  it('refuses more than 20 MB and leaves nothing behind', async () => {
    const before = readdirSync(folder()).length;
    const big = Buffer.concat([png, Buffer.alloc(maxFileBytes)]);
    expect(await upload(big)).toMatchObject({ status: 413, error: { code: 'too-large' } });
    expect(readdirSync(folder()).length).toBe(before);
    expect(readdirSync(join(t.place.dataDir, 'files', 'incoming'))).toEqual([]);
  });

  it('stores a retried upload once', async () => {
    const commandId = makeCommandId();
    const first = await upload(png, { commandId });
    const before = readdirSync(folder()).length;
    expect(await upload(png, { commandId })).toEqual(first);
    expect((await upload(pdf, { commandId })).error?.code).toBe('command-id-reused');
    expect(readdirSync(folder()).length).toBe(before);
  });

  it('cuts paths and control characters from names', async () => {
    expect((await upload(png, { name: '../../etc/pass\u0001wd.png' })).name).toBe('passwd.png');
  });

  it('shows an unattached file to its sender only', async () => {
    const { id } = await upload(png);
    for (const by of ['b-c', 'x-d', null]) expect((await download(id, by)).statusCode).toBe(404);
  });

  it('lets the owner of an attached file decide', async () => {
    const [poster, letter, orphan] = [await upload(png), await upload(png), await upload(png)];
    await attach(poster.id, 'poster');
    await attach(letter.id, 'letter');
    await attach(orphan.id, 'nobody knows');
    const readable = async (id: string) => Promise.all(['a-c', 'b-c', 'x-d', null].map(async (by) => (await download(id, by)).statusCode === 200));
    expect(await readable(poster.id)).toEqual([true, true, true, true]);
    expect(await readable(letter.id)).toEqual([true, true, false, false]);
    expect(await readable(orphan.id)).toEqual([false, false, false, false]);
    expect((await download(letter.id, 'x-d', 'd')).statusCode).toBe(404);
  });

  it('takes nothing from strangers and visitors, and nothing that is no form', async () => {
    expect((await upload(png, { by: 'x-d' })).error?.code).toBe('not-a-member');
    const headers = { authorization: `Bearer ${await t.tokenOf('a-c')}`, 'idempotency-key': makeCommandId() };
    const plain = await t.app.inject({ method: 'POST', url: '/api/communities/c/files', headers, payload: { a: 1 } });
    expect(plain.statusCode).toBe(415);
  });

  it('prunes what nobody attached for a day, and nothing else', async () => {
    const [stale, kept] = [await upload(png), await upload(png)];
    await attach(kept.id, 'poster');
    t.time.advance(25 * 3_600_000);
    const fresh = await upload(png);
    await beginHousekeeping(t.deps);
    await t.runTimers();
    await expect.poll(() => existsSync(join(folder(), stale.id))).toBe(false);
    expect([kept, fresh].map(({ id }) => existsSync(join(folder(), id)))).toEqual([true, true]);
    expect((await download(stale.id, 'a-c')).statusCode).toBe(404);
  });

  it('clears bytes that a crash left without a row, never those of a file or of an upload under way', async () => {
    const kept = await upload(png);
    const incoming = join(folder(), '..', 'incoming');
    mkdirSync(incoming, { recursive: true });
    const at = (path: string, agoMs: number) => {
      const seconds = (t.time.now() - agoMs) / 1000;
      utimesSync(path, seconds, seconds);
      return path;
    };
    const put = (place: string, name: string, agoMs: number) => {
      writeFileSync(join(place, name), 'x');
      return at(join(place, name), agoMs);
    };
    const known = at(join(folder(), kept.id), 25 * 3_600_000);
    const stray = [put(folder(), 'stray', 25 * 3_600_000), put(incoming, 'cut-off', 25 * 3_600_000)];
    const young = [put(folder(), 'young', 3_600_000), put(incoming, 'coming', 3_600_000)];
    const elsewhere = join(folder(), '..', 'another-database');
    mkdirSync(elsewhere);
    young.push(put(elsewhere, 'whose', 25 * 3_600_000));
    expect(await sweepFiles(t.deps)).toBe(2);
    expect([known, ...young].map((path) => existsSync(path))).toEqual([true, true, true, true]);
    expect(stray.map((path) => existsSync(path))).toEqual([false, false]);
  });
});
