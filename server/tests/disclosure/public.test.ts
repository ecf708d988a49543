import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { putMatter } from './put-matter.ts';
import { buildVillage, putFile, type Village, type Villager } from './village.ts';

const written = '<b>噪声</b>怎么办？请打 13812345678 或 138 1234 5678';

describe.each(engines)('the public board on %s', (engine) => {
  let t: TestApp;
  let v: Village;
  let token: string;
  let fileId: string;
  let strayId: string;
  beforeAll(async () => {
    t = await buildTestApp({ engine, config: { publicUrl: 'https://b.example' } });
    v = await buildVillage(t);
    await putMatter(t, v, { status: 'draft', stageId: null, title: '还没想好的草稿' });
    const matterId = await putMatter(t, v, { title: '楼顶 "漏水" 修复', number: '2026-007', summary: '报名 136-0000-3333' });
    fileId = await putFile(t, v, 'director');
    strayId = await putFile(t, v, 'director');
    const folder = join(t.deps.config.dataDir, 'files', v.c.communityId);
    await mkdir(folder, { recursive: true });
    for (const id of [fileId, strayId]) await writeFile(join(folder, id), '%PDF-1.7\n');
    const body = { text: '决议如下。\n\n由中标方施工，咨询 137-0000-2222。', days: 15, fileIds: [fileId] };
    const params = { ...v.c.params, matterId };
    const { events } = await as('director').post(api.publishResolution, { params, body });
    const event = events.find((one) => one.type === 'DisclosureChanged');
    if (event?.type !== 'DisclosureChanged') throw new Error('nothing was put up');
    token = event.disclosure.publicToken;
    const at = { ...v.c.params, disclosureId: event.disclosure.id };
    const { id } = await as('owner').post(api.fileObjection, { params: at, body: { text: written } });
    const answered = { answer: '联系居委会 13900001111', uphold: false };
    await as('director').post(api.answerObjection, { params: { ...v.c.params, objectionId: id }, body: answered });
  });
  afterAll(() => t.close());

  const as = (who: Villager) => t.as(v.by[who]);
  const page = (url: string) => t.app.inject({ url });
  /** Names, door numbers, phones and ids of the village: nothing of it may leave for a visitor. */
  const secrets = () => [
    '欧阳春梅',
    '春梅',
    '孙主任',
    '3-2-201',
    '1-1-102',
    '13812345678',
    '13900001111',
    '138 1234 5678',
    '137-0000-2222',
    '136-0000-3333',
    v.residents.owner,
    v.residents.director,
    '草稿',
  ];

  it('opens by its token alone, masked, with every number and the record’s head', async () => {
    expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/);
    const seen = await t.as(null).get(api.getPublicDisclosure, { params: { token } });
    expect(seen).toMatchObject({
      communityName: '枫林社区',
      head: { number: '2026-007', title: '楼顶 "漏水" 修复', version: 1 },
      disclosure: { status: 'up', days: 15, attachments: [{ id: fileId }] },
      recordHead: { length: 3 },
      pageUrl: `https://b.example/p/${token}`,
      sheetUrl: `https://b.example/sheets/${token}`,
    });
    expect(seen.stages.map(({ stageId, outcome }) => [stageId, outcome.yes])).toEqual([
      ['propose', 7],
      ['consult', 7],
      ['review', 7],
      ['resolve', 7],
    ]);
    expect(seen.objections[0]).toMatchObject({
      by: { name: '欧阳*', label: '欧阳* 3-2-***' },
      text: '<b>噪声</b>怎么办？请打 138****5678 或 138****5678',
      answer: '联系居委会 139****1111',
      answeredBy: '孙*',
    });
    for (const secret of secrets()) expect(JSON.stringify(seen)).not.toContain(secret);
  });

  it('lists its notices by the board’s token, page by page', async () => {
    const boards = t.deps.store.t.communities;
    const [board] = await t.deps.store.read((db) => db.select({ token: boards.publicToken }).from(boards));
    const seen = await t
      .as(null)
      .get(api.getPublicBoard, { params: { token: board?.token ?? '' }, query: { limit: 1 } });
    expect(seen).toMatchObject({
      communityName: '枫林社区',
      next: null,
      items: [{ day: 0, openObjections: 0, publicToken: token, closed: false }],
    });
    for (const secret of secrets()) expect(JSON.stringify(seen)).not.toContain(secret);
    expect(await t.as(null).refused(api.getPublicBoard, { params: { token }, query: {} })).toBe('not-found');
  });

  it('opens nothing for a wrong token', async () => {
    const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    expect(await t.as(null).refused(api.getPublicDisclosure, { params: { token: wrong } })).toBe('not-found');
    expect((await page(`/sheets/${wrong}`)).statusCode).toBe(404);
    expect((await page(`/sheets/${'x'.repeat(90)}`)).statusCode).toBeLessThan(500);
  });

  it('serves the files of the notice and no others', async () => {
    const found = await page(`/api/public/disclosures/${token}/files/${fileId}`);
    expect([found.statusCode, found.headers['content-type'], found.headers['x-content-type-options']]).toEqual([
      200,
      'application/pdf',
      'nosniff',
    ]);
    expect((await page(`/api/public/disclosures/${token}/files/${strayId}`)).statusCode).toBe(404);
  });

  it('prints a sheet without scripts, escaped, in both languages and on both papers', async () => {
    const sheet = await page(`/sheets/${token}`);
    expect(sheet.statusCode).toBe(200);
    expect(sheet.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(sheet.body).toContain('<html lang="zh-CN">');
    expect(sheet.body).toContain('@page { size: A4;');
    expect(sheet.body).toContain('楼顶 &quot;漏水&quot; 修复');
    expect(sheet.body).toContain('&lt;b&gt;噪声&lt;/b&gt;');
    expect(sheet.body).toContain('《居民委员会组织法》（2025 年修订）第三十四、三十五条');
    expect(sheet.body).not.toContain('<script');
    for (const secret of secrets()) expect(sheet.body).not.toContain(secret);
    const english = await page(`/sheets/${token}?lang=en&paper=a3`);
    expect(english.body).toContain('@page { size: A3;');
    expect(english.body).toContain('Residents’ Committees Law (2025), arts 34–35');
    expect(english.headers['content-security-policy']).not.toBe(sheet.headers['content-security-policy']);
  });

  it('leads from the short addresses of QR codes to the pages', async () => {
    expect((await page(`/p/${token}`)).headers.location).toBe(`/bulletin/pages/disclosure/index?token=${token}`);
    expect((await page('/b/abc')).headers.location).toBe('/bulletin/pages/board/index?token=abc');
  });
});
