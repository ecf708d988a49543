import { platformApi as api } from '@bandeng/shared/platform/api.ts';
import { fillPath } from '@bandeng/shared/kernel/api.ts';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packZip } from '../../src/community/register/pack-zip.ts';
import type { Engine } from '../../src/platform/engine.ts';
import { dailyBytes } from '../../src/platform/files/quota.ts';
import { beginHousekeeping } from '../../src/platform/jobs/housekeeping.ts';
import { engines } from './engines.ts';
import { makeMp3, makeWav, makeWebm } from './sounds.ts';
import { buildTestApp, makeCommandId, type TestApp } from './test-app.ts';

const boundary = 'x-boundary-x';
const formOf = (name: string, content: Buffer) =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/png\r\n\r\n`),
    content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);

const neighbours: Engine = {
  name: 'neighbours',
  serve: () => {},
  members: {
    loadMember: async (_db, communityId, accountId) => ({
      accountId, communityId, residentId: `r-${accountId}`, name: '王工', dwells: true, roles: ['resident'], grants: [],
    }),
    listMemberships: async () => [],
    onPhoneBound: async () => {},
    onAccountDeleted: async () => ({ ok: true, value: { done: true } }),
  },
};

const colour = { r: 178, g: 58, b: 38 };
const blank = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: colour } });
/** Noise, so that what is drawn anew differs from what was sent. */
const noisy = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: colour, noise: { type: 'gaussian', mean: 128, sigma: 30 } } });

describe.each(engines)('pictures, recordings and documents on %s', (engine) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await buildTestApp({ engine, engines: [neighbours] });
    for (const id of ['a', 'b']) await t.addAccount({ id });
  });
  afterAll(() => t.close());

  const upload = async (content: Buffer, name = '一个文件', { by = 'a', commandId = makeCommandId() } = {}) => {
    const response = await t.app.inject({
      method: 'POST',
      url: '/api/communities/c/files',
      headers: {
        authorization: `Bearer ${await t.tokenOf(by)}`,
        'idempotency-key': commandId,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      payload: formOf(name, content),
    });
    const body = response.json<{
      id: string; type: string; size: number; sha256: string; width: number | null; height: number | null; durationMs: number | null;
      error?: { code: string };
    }>();
    return { status: response.statusCode, code: body.error?.code, ...body };
  };
  const download = async (fileId: string, size = '') =>
    t.app.inject({
      url: fillPath(api.downloadFile.path, { communityId: 'c', fileId }) + (size === '' ? '' : `?size=${size}`),
      headers: { authorization: `Bearer ${await t.tokenOf('a')}` },
    });
  const kept = () => join(t.place.dataDir, 'files', 'c');
  const refusedAs = async (content: Buffer) => {
    const before = existsSync(kept()) ? readdirSync(kept()).length : 0;
    const { status, code } = await upload(content);
    expect(existsSync(kept()) ? readdirSync(kept()).length : 0).toBe(before);
    expect(readdirSync(join(kept(), '..', 'incoming'))).toEqual([]);
    return `${status} ${code ?? ''}`;
  };

  it('turns a photo upright, scales it down and keeps nothing of where and by what it was taken', async () => {
    const exif = { IFD0: { Make: 'Telefon', Copyright: 'geheim' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1' } };
    const photo = await noisy(3000, 1500).withExif(exif).withIccProfile('p3').withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(photo.includes('Telefon')).toBe(true);
    const stored = await upload(photo);
    expect(stored).toMatchObject({ status: 200, type: 'image/jpeg', width: 1280, height: 2560, durationMs: null });
    const { rawPayload } = await download(stored.id);
    expect([stored.size, stored.sha256]).toEqual([rawPayload.length, createHash('sha256').update(rawPayload).digest('hex')]);
    const { width, height, orientation, exif: left, icc, format } = await sharp(rawPayload).metadata();
    expect({ width, height, orientation, left, icc, format }).toEqual({
      width: 1280, height: 2560, orientation: undefined, left: undefined, icc: undefined, format: 'jpeg',
    });
    expect(['Telefon', 'geheim', 'Exif'].filter((word) => rawPayload.includes(word))).toEqual([]);
  });

  it('keeps png, webp and moving gif what they are, and throws away what hides behind the pixels', async () => {
    const text = Buffer.from('tEXtComment\u0000secret words');
    const png = Buffer.concat([await blank(40, 20).png().toBuffer(), text]);
    const stored = await upload(png);
    expect(stored).toMatchObject({ status: 200, type: 'image/png', width: 40, height: 20 });
    expect((await download(stored.id)).rawPayload.includes('secret words')).toBe(false);
    expect(await upload(await blank(40, 20).webp().toBuffer())).toMatchObject({ status: 200, type: 'image/webp', width: 40 });
    const frames = [await blank(30, 10).png().toBuffer(), await noisy(30, 10).png().toBuffer()];
    const gif = await sharp(frames, { join: { animated: true } }).gif().toBuffer();
    const moving = await upload(gif);
    expect(moving).toMatchObject({ status: 200, type: 'image/gif', width: 30, height: 10 });
    expect((await sharp((await download(moving.id)).rawPayload, { animated: true }).metadata()).pages).toBe(2);
  });

  it('refuses broken pictures, bombs and what only says that it is one', async () => {
    const png = await noisy(200, 200).png().toBuffer();
    expect(await refusedAs(png.subarray(0, png.length / 2))).toBe('422 picture-broken');
    const jpeg = await noisy(200, 200).jpeg().toBuffer();
    expect(await refusedAs(jpeg.subarray(0, jpeg.length / 2))).toBe('422 picture-broken');
    expect(await refusedAs(Buffer.concat([png.subarray(0, 60), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')]))).toBe('422 picture-broken');
    const bomb = await blank(8000, 8000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refusedAs(bomb)).toBe('422 picture-too-large');
    expect(await refusedAs(Buffer.concat([Buffer.from('00000018667479706865696300000000', 'hex'), Buffer.from('mif1heic')]))).toBe('415 heic-unsupported');
    expect(await refusedAs(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('415 unsupported-type');
  });

  it('gives a small picture for lists by the same right, and only while the picture is there', async () => {
    const large = await upload(await noisy(1600, 900).jpeg().toBuffer());
    const [small, again] = await Promise.all([download(large.id, 'small'), download(large.id, 'small')]);
    expect(await sharp(small.rawPayload).metadata()).toMatchObject({ width: 480, height: 270, format: 'jpeg' });
    expect([small.headers['content-length'], again.rawPayload.equals(small.rawPayload)]).toEqual([String(small.rawPayload.length), true]);
    expect((await download(large.id, 'odd')).rawPayload.length).toBe(large.size);
    const tiny = await upload(await blank(40, 20).png().toBuffer());
    expect((await download(tiny.id, 'small')).rawPayload.length).toBe(tiny.size);
    const pdf = await upload(Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'));
    expect((await download(pdf.id, 'small')).rawPayload.length).toBe(pdf.size);
    const url = `${fillPath(api.downloadFile.path, { communityId: 'c', fileId: large.id })}?size=small`;
    expect((await t.app.inject({ url, headers: { authorization: `Bearer ${await t.tokenOf('b')}` } })).statusCode).toBe(404);

    expect(readdirSync(kept()).filter((name) => name.startsWith(large.id)).length).toBe(2);
    t.time.advance(25 * 3_600_000);
    await beginHousekeeping(t.deps);
    await t.runTimers();
    await expect.poll(() => readdirSync(kept()).filter((name) => name.startsWith(large.id))).toEqual([]);
    expect((await download(large.id, 'small')).statusCode).toBe(404);
  });

  it('knows a retry by the picture that was sent', async () => {
    const [photo, other] = [await noisy(300, 200).jpeg().toBuffer(), await noisy(300, 200).jpeg().toBuffer()];
    const commandId = makeCommandId();
    const first = await upload(photo, '照片.jpg', { commandId });
    const before = readdirSync(kept()).length;
    expect(await upload(photo, '照片.jpg', { commandId })).toEqual(first);
    expect((await upload(other, '照片.jpg', { commandId })).code).toBe('command-id-reused');
    expect(readdirSync(kept()).length).toBe(before);
  });

  it('takes recordings up to a minute, by their content', async () => {
    expect(await upload(makeMp3(3), 'a.mp3')).toMatchObject({ status: 200, type: 'audio/mpeg', width: null });
    expect(Math.abs(((await upload(makeMp3(7))).durationMs ?? 0) - 7000)).toBeLessThan(100);
    expect(await upload(makeWav(12.5))).toMatchObject({ status: 200, type: 'audio/wav', durationMs: 12_500 });
    expect(await upload(makeWav(60.4))).toMatchObject({ status: 200, durationMs: 60_400 });
    expect(await refusedAs(makeWav(61))).toBe('422 voice-too-long');
    expect(await refusedAs(makeMp3(75))).toBe('422 voice-too-long');
    expect(await refusedAs(makeWav(50, 48_000))).toBe('413 too-large');
    expect(await refusedAs(makeWav(0))).toBe('422 recording-broken');
  });

  it('measures what browsers record live, and refuses films', async () => {
    expect(await upload(makeWebm(9))).toMatchObject({ status: 200, type: 'audio/webm', durationMs: 8900 });
    expect(await refusedAs(makeWebm(62))).toBe('422 voice-too-long');
    expect(await refusedAs(makeWebm(9, 1))).toBe('415 unsupported-type');
    expect(await refusedAs(makeWebm(0))).toBe('422 recording-broken');
  });

  it('takes office documents, told apart by what is in them', async () => {
    const office = 'application/vnd.openxmlformats-officedocument';
    const part = (name: string): [string, Buffer] => [name, Buffer.from('<xml/>')];
    const types = (main: string): [string, Buffer] => [
      '[Content_Types].xml',
      Buffer.from(`<Types><Override PartName="/main.xml" ContentType="${office}.${main}.main+xml"/></Types>`),
    ];
    for (const [main, ending] of [['wordprocessingml.document', 'docx'], ['presentationml.presentation', 'pptx']] as const) {
      const file = packZip(new Map([types(main), part('main.xml')]));
      expect(await upload(file, `方案.${ending}`)).toMatchObject({ status: 200, type: `${office}.${main}` });
    }
    expect(await refusedAs(packZip(new Map([part('index.html')])))).toBe('415 unsupported-type');
  });

  it('limits what one member has kept in a day', async () => {
    const row = { communityId: 'c', id: 'large', name: 'x', type: 'application/pdf', sha256: 'x', uploadedBy: 'r-b', ownerKind: 'x', ownerId: 'x' };
    await t.deps.store.write((tx) => tx.insert(tx.t.files).values({ ...row, size: dailyBytes - 2000, at: t.time.now() }));
    expect((await upload(makeWav(0.2), 'x', { by: 'b' })).status).toBe(200);
    const before = readdirSync(kept()).length;
    expect(await upload(makeMp3(1), 'x', { by: 'b' })).toMatchObject({ status: 429, code: 'upload-quota' });
    expect(readdirSync(kept()).length).toBe(before);
    expect((await upload(makeMp3(1))).status).toBe(200);
    t.time.advance(25 * 3_600_000);
    expect((await upload(makeMp3(1), 'x', { by: 'b' })).status).toBe(200);
  });
});
