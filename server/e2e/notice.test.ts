import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import { describe, expect, it } from 'vitest';
import { call } from './support/call.ts';
import { communityId } from './support/neighbours.ts';
import { settle, signInAs } from './support/reader.ts';
import { setStage } from './support/set-stage.ts';

const title = '周五上午管道清洗，请勿用水';

describe('a notice', () => {
  const stage = setStage();

  it('goes from its first word to the last door', async () => {
    const [leader, resident] = [await stage.open(), await stage.open()];
    await signInAs(leader, '楼栋长');
    await signInAs(resident, '居民');

    await leader.open('/desk/pages/notice-edit/index');
    await leader.page.getByRole('textbox', { name: '标题' }).fill(title);
    await leader.page.getByRole('textbox', { name: '正文' }).fill('管道清洗期间水会发浑，请提前接好水。');
    await leader.page.getByRole('checkbox', { name: /^2栋/ }).first().click();
    await leader.page.getByRole('button', { name: '预览并发布' }).click();
    await leader.page.getByRole('dialog').getByText(/将送达 36 户/).waitFor();
    await leader.page.getByRole('button', { name: '确认发布' }).click();
    await leader.page.getByRole('heading', { name: '送达情况' }).waitFor();
    await leader.page.getByText('已确认 0 户').first().waitFor();
    const noticeId = new URL(leader.page.url()).searchParams.get('id') ?? '';

    const card = resident.page.locator('.bd-card', { hasText: title });
    await card.getByRole('button', { name: /我知道了/ }).first().click();
    await expect
      .poll(async () => {
        const token = await stage.neighbours.tokenOf('楼栋长');
        const params = { communityId, noticeId };
        return (await call(stage.origin, token, bulletinApi.getDelivery, { params })).total.acknowledged;
      })
      .toBe(1);

    const [chair, helper] = [await stage.neighbours.tokenOf('楼栋长'), await stage.neighbours.tokenOf('居民')];
    const params = { communityId, noticeId };
    const { items } = await call(stage.origin, helper, bulletinApi.listMyKnocks, { params: { communityId }, query: {} });
    const helperId = items[0]?.helperId ?? '';
    const { assigned } = await call(stage.origin, chair, bulletinApi.assignKnocks, { params, body: { helperId } });
    expect(assigned).toBe(35);
    await resident.open('/bulletin/pages/knocks/index');
    await settle(resident.page);
    const section = resident.page.getByRole('radio', { name: /已告知$/ });
    await section.first().waitFor();
    const { items: doors } = await call(stage.origin, chair, bulletinApi.listDwellingDelivery, { params, query: { missing: true, limit: 100 } });
    expect(doors).toHaveLength(35);
    for (const { dwellingId } of doors) {
      const door = { params: { ...params, dwellingId }, body: { result: 'told' as const, note: '' } };
      await call(stage.origin, helper, bulletinApi.recordKnock, door);
    }
    await leader.open(`/desk/pages/delivery/index?id=${noticeId}`);
    await leader.page.getByText('已确认 36 户').first().waitFor();
    await leader.page.getByText('都送到了').first().waitFor();
    expect([...leader.troubles, ...resident.troubles]).toEqual([]);
  });

  it('of the sheet at the door is read without an account', async () => {
    const token = await stage.neighbours.tokenOf('楼栋长');
    const { items } = await call(stage.origin, token, bulletinApi.listWrittenNotices, { params: { communityId }, query: {} });
    const one = items.find(({ status }) => status === 'published');
    const notice = await call(stage.origin, token, bulletinApi.getNotice, { params: { communityId, noticeId: one?.id ?? '' } });
    const passer = await stage.open();
    await passer.open(notice.publicPath ?? '');
    await passer.page.getByText(notice.title).first().waitFor();
    expect(passer.troubles).toEqual([]);
  });
});
