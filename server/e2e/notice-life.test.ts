import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { call } from './support/call.ts';
import { clockOf, dayOf } from './support/china-time.ts';
import { communityId } from './support/neighbours.ts';
import { settle, signInAs, type Reader } from './support/reader.ts';
import { setStage } from './support/set-stage.ts';
import { conversation, findBuildingGroup } from './support/talk.ts';

const minute = 60_000;
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');

describe('a notice in two browsers', () => {
  const stage = setStage();
  const params = { communityId };

  const attach = async ({ page }: Reader, name: string, mimeType: string, buffer: Buffer) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '上传图片或 PDF: 图片和附件' }).click();
    await (await chooser).setFiles([{ name, mimeType, buffer }]);
    await page.getByText(name, { exact: true }).waitFor();
  };

  /** Written and published by the building leader, to the whole building. */
  const publish = async (title: string, areaId?: string) => {
    const leader = await stage.neighbours.tokenOf('楼栋长');
    const { areas } = await call(stage.origin, leader, bulletinApi.listScopes, { params });
    const text = { category: 'utilities' as const, title, body: '请提前储水。', fileIds: [], bodyIds: [], needsAck: true, expiresAt: null };
    const areaIds = [areaId ?? areas.find(({ kind }) => kind === 'building')?.id ?? ''];
    const { id: noticeId } = await call(stage.origin, leader, bulletinApi.createNotice, { params, body: { ...text, areaIds } });
    await call(stage.origin, leader, bulletinApi.publishNotice, { params: { ...params, noticeId }, body: { at: null } });
    return noticeId;
  };

  it('is filled in from a template, carries a picture and a PDF, waits for its hour, and hangs printed at the door', async () => {
    const [leader, resident] = [await stage.open(), await stage.open()];
    await signInAs(leader, '楼栋长');
    await signInAs(resident, '居民');
    const { page } = leader;
    await leader.open('/desk/pages/notice-edit/index');
    await page.getByRole('button', { name: '从模板写起' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('radio', { name: '停水' }).click();
    const begins = Date.now() + 48 * 60 * minute;
    await sheet.getByLabel('开始时间 日期').fill(dayOf(begins));
    await sheet.getByLabel('开始时间 时间').fill('09:00');
    await sheet.getByLabel('结束时间 日期').fill(dayOf(begins));
    await sheet.getByLabel('结束时间 时间').fill('15:00');
    await sheet.getByRole('textbox', { name: '原因' }).fill('清洗水箱');
    await sheet.getByRole('button', { name: '填好，写入公告' }).click();
    const title = await page.getByRole('textbox', { name: '标题' }).inputValue();
    expect(title).toMatch(/停水通知：\d+月\d+日（周.）9:00—15:00$/);
    const drawing = await sharp({ create: { width: 320, height: 200, channels: 3, background: '#25734f' } }).png().toBuffer();
    await attach(leader, '水箱.png', 'image/png', drawing);
    await attach(leader, '施工方案.pdf', 'application/pdf', pdf);
    await page.getByRole('checkbox', { name: /^2栋/ }).first().click();
    await page.getByRole('button', { name: '预览并发布' }).click();
    const preview = page.getByRole('dialog');
    await preview.getByText('施工方案.pdf').waitFor();
    await preview.getByRole('radio', { name: '定时发布' }).click();
    const at = Math.ceil((Date.now() + 12_000) / minute) * minute;
    await preview.getByLabel('发布时间 日期').fill(dayOf(at));
    await preview.getByLabel('发布时间 时间').fill(clockOf(at));
    await preview.getByRole('button', { name: '确认定时' }).click();
    await page.getByText('已定时，到时自动发布').first().waitFor();

    const card = resident.page.locator('.bd-card', { hasText: title });
    expect(await card.count()).toBe(0);
    await card.getByRole('button', { name: /我知道了/ }).first().waitFor({ timeout: 120_000 });
    await card.getByText(title).first().click();
    await resident.page.getByRole('button', { name: /^图片 1/ }).waitFor();
    await resident.page.getByText('施工方案.pdf').first().waitFor();

    const noticeId = new URL(resident.page.url()).searchParams.get('id') ?? '';
    const token = await stage.neighbours.tokenOf('居民');
    const notice = await call(stage.origin, token, bulletinApi.getNotice, { params: { ...params, noticeId } });
    const passer = await stage.open();
    await passer.open(notice.sheetPath ?? '');
    await passer.page.getByText('施工方案.pdf').waitFor();
    await expect.poll(() => passer.page.evaluate('document.querySelector("main img").naturalWidth')).toBe(320);
    expect([leader, resident, passer].map(({ troubles }) => troubles)).toEqual([[], [], []]);
  });

  it('is followed live: acknowledged from the card in the group, one door reminded, corrected, withdrawn', async () => {
    const noticeId = await publish('周六检修水泵');
    const [leader, resident] = [await stage.open(), await stage.open()];
    await signInAs(leader, '楼栋长');
    await signInAs(resident, '居民');
    await leader.open(`/desk/pages/delivery/index?id=${noticeId}`);
    await leader.page.getByText('已确认 0 户').first().waitFor();
    const chair = await stage.neighbours.tokenOf('楼栋长');
    const at = { ...params, noticeId };
    const { items } = await call(stage.origin, chair, bulletinApi.listDwellingDelivery, { params: at, query: { missing: true, limit: 100 } });
    const label = items.find(({ people }) => people.length > 0)?.label ?? '';
    const again = leader.page.getByRole('button', { name: `再次提醒：${label}`, exact: true });
    await again.click();
    await leader.page.getByText(/^刚提醒过/).first().waitFor();
    expect(await again.isDisabled()).toBe(true);

    await resident.open(conversation(await findBuildingGroup(stage)));
    const group = resident.page.locator('.ch-card', { hasText: '周六检修水泵' }).last();
    await group.getByRole('button', { name: /我知道了/ }).click();
    await leader.page.getByText('已确认 1 户').first().waitFor();

    await resident.open(`/bulletin/pages/notice/index?id=${noticeId}`);
    await resident.page.getByText('✓ 已确认').waitFor();
    await leader.open(`/desk/pages/notice-edit/index?id=${noticeId}&mode=correct`);
    await leader.page.getByRole('textbox', { name: '更正了什么' }).fill('检修改到周日');
    await leader.page.getByRole('textbox', { name: '标题' }).fill('周日检修水泵');
    await leader.page.getByRole('button', { name: '发布更正' }).click();
    await leader.page.getByRole('alertdialog').getByRole('button', { name: '发布更正' }).click();
    await resident.page.getByText('更正：检修改到周日').first().waitFor();
    await resident.page.getByRole('button', { name: '我知道了' }).click();
    await leader.page.getByRole('heading', { name: '送达情况' }).waitFor();
    await leader.page.getByText('已确认 1 户').first().waitFor();

    await leader.page.getByText('撤下公告').first().click();
    const sheet = leader.page.getByRole('dialog');
    await sheet.getByRole('textbox').fill('水泵不修了');
    await sheet.getByRole('button', { name: '撤下公告' }).click();
    await resident.page.getByText('这则公告已撤下。原因：水泵不修了').waitFor();
    expect([leader, resident].map(({ troubles }) => troubles)).toEqual([[], []]);
  });

  it('is handed over as a list of doors, ticked off one by one while its author looks on, to the last', async () => {
    const chair = await stage.neighbours.tokenOf('楼栋长');
    const { areas } = await call(stage.origin, chair, bulletinApi.listScopes, { params });
    const unit = areas.filter(({ kind }) => kind === 'unit').at(-1);
    const noticeId = await publish('一单元检修', unit?.id);
    const [leader, helper] = [await stage.open(), await stage.open()];
    await signInAs(leader, '楼栋长');
    await signInAs(helper, '居民');
    const { items } = await call(stage.origin, await stage.neighbours.tokenOf('居民'), bulletinApi.listMyKnocks, { params, query: {} });
    const name = items[0]?.helper ?? '';
    await leader.open(`/desk/pages/delivery/index?id=${noticeId}`);
    await leader.page.getByRole('button', { name: '全部交给…' }).click();
    await leader.page.getByRole('searchbox').or(leader.page.getByRole('dialog').getByRole('textbox')).first().fill(name);
    await leader.page.getByRole('dialog').getByRole('button', { name: new RegExp(name) }).first().click();
    await leader.page.getByRole('alertdialog').getByRole('button').last().click();
    await leader.page.getByText(/^已交给/).waitFor();

    await helper.open('/bulletin/pages/knocks/index');
    await settle(helper.page);
    const list = helper.page.locator('.bd-card', { hasText: '一单元检修' });
    const told = list.getByRole('radio', { name: /已告知$/ });
    await told.first().waitFor();
    const doors = await told.count();
    expect(doors).toBeGreaterThan(3);
    for (let door = 0; door < doors; door++) {
      await told.nth(door).click();
      await expect.poll(() => told.nth(door).getAttribute('aria-checked')).toBe('true');
    }
    await leader.page.getByText('都送到了').first().waitFor();
    await leader.page.getByText(`已确认 ${doors} 户`).first().waitFor();
    expect([leader, helper].map(({ troubles }) => troubles)).toEqual([[], []]);
  });
});
