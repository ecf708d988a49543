import { bulletinApi as api } from '@bandeng/shared/bulletin/api.ts';
import { fillPath } from '@bandeng/shared/kernel/api.ts';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, makeCommandId, type TestApp } from '../platform/test-app.ts';
import { buildDoorVillage, type DoorVillage } from './door-village.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe.each(engines)('a notice for whoever holds its code on %s', (engine) => {
  let t: TestApp;
  let v: DoorVillage;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
    v = await buildDoorVillage(t);
  });
  afterAll(() => t.close());

  const upload = async (key: string): Promise<string> => {
    const boundary = 'parts-of-a-form';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="现场.png"\r\ncontent-type: image/png\r\n\r\n`;
    const answer = await t.app.inject({
      method: 'POST',
      url: fillPath(platformApi.uploadFile.path, v.c.params),
      headers: {
        authorization: `Bearer ${await t.tokenOf(v.people[key]?.account ?? '')}`,
        'idempotency-key': makeCommandId(),
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      payload: Buffer.concat([Buffer.from(head), png, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    });
    return answer.json<{ id: string }>().id;
  };
  const download = async (key: string, fileId: string) => {
    const url = fillPath(platformApi.downloadFile.path, { ...v.c.params, fileId });
    const answer = await t.app.inject({ url, headers: { authorization: `Bearer ${await t.tokenOf(v.people[key]?.account ?? '')}` } });
    return answer.statusCode;
  };
  const tokenOf = (path: string | null) => /token=([A-Za-z0-9_-]+)$/.exec(path ?? '')?.[1] ?? '';
  const open = (token: string) => t.as(null).call(api.getPublicNotice, { params: { noticeToken: token } });

  it('opens the text without an account, phone numbers masked; a printable sheet in both languages; files of the version in force', async () => {
    const [first, second, dropped] = [await upload('李春梅'), await upload('李春梅'), await upload('李春梅')];
    const id = await v.draft('李春梅', {
      title: '周四停水 <b>', body: '因水箱清洗停水。\n\n联系 13812345678。', fileIds: [first, dropped], expiresAt: t.time.now() + 1e8,
    });
    const { notices: n } = t.deps.store.t;
    const rows = await t.deps.store.read((db) => db.select({ id: n.id, token: n.publicToken }).from(n));
    const noticeToken = rows.find((row) => row.id === id)?.token ?? '';
    expect((await open(noticeToken)).code).toBe('not-found');
    const input = {
      category: 'utilities' as const, title: '周四停水 <b>', body: '因水箱清洗停水。\n\n联系 13812345678。', fileIds: [first],
      areaIds: [v.buildings['1'] ?? ''], bodyIds: [], needsAck: true, expiresAt: t.time.now() + 1e8,
    };
    await v.by('李春梅').post(api.editNotice, { params: v.at(id), body: input });
    const published = await v.by('李春梅').post(api.publishNotice, { params: v.at(id), body: { at: null } });
    expect([tokenOf(published.publicPath), published.sheetPath]).toEqual([noticeToken, `/api/public/notices/${noticeToken}/sheet`]);

    const seen = await open(noticeToken);
    expect([seen.value.communityName, seen.value.by, seen.value.scopeLabel]).toEqual(['枫林社区', '楼栋长 李春梅', '1栋']);
    expect([seen.value.body, seen.value.files.map(({ id: file }) => file)]).toEqual(['因水箱清洗停水。\n\n联系 138****5678。', [first]]);
    expect(JSON.stringify(seen.value)).not.toContain(v.people['王工']?.resident ?? '-');

    const sheet = await t.app.inject({ url: `/api/public/notices/${noticeToken}/sheet?lang=en` });
    expect([sheet.statusCode, sheet.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(sheet.headers['content-security-policy']).toContain("default-src 'none'");
    expect(sheet.body).toContain('Notice board');
    expect(sheet.body).toContain('周四停水 &lt;b&gt;');
    expect(sheet.body).toContain('<svg class="qr"');
    expect(sheet.body).not.toMatch(/<script|13812345678/);
    expect((await t.app.inject({ url: `/api/public/notices/${noticeToken}/sheet?lang=en&lang=zh` })).body).toContain('公告栏');

    const publicFile = async (fileId: string) => (await t.app.inject({ url: `/api/public/notices/${noticeToken}/files/${fileId}` })).statusCode;
    expect([await publicFile(first), await publicFile(second), await publicFile(dropped)]).toEqual([200, 404, 404]);
    expect([await download('王工', first), await download('吴代表', first), await download('王工', dropped)]).toEqual([200, 404, 404]);

    const body = { title: '改期', body: '改到周五。', fileIds: [second], change: '改期', version: 1 };
    await v.by('李春梅').post(api.correctNotice, { params: v.at(id), body });
    expect((await open(noticeToken)).value).toMatchObject({ title: '改期', version: 2, correctedAt: t.time.now() });
    expect([await publicFile(first), await publicFile(second)]).toEqual([404, 200]);
    // Members read every version, with its files.
    expect([await download('王工', first), await download('王工', second)]).toEqual([200, 200]);

    await v.by('李春梅').post(api.withdrawNotice, { params: v.at(id), body: { reason: '不停了' } });
    expect((await open(noticeToken)).value).toMatchObject({ title: '改期', body: '', files: [], status: 'withdrawn' });
    expect(await publicFile(second)).toBe(404);
    expect((await t.app.inject({ url: '/api/public/notices/nothing/sheet' })).statusCode).toBe(404);
    expect(t.problems).toEqual([]);
  });
});
