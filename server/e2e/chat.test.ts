import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { DemoPart } from '../src/demo/admit-visitors.ts';
import { call } from './support/call.ts';
import { communityId } from './support/neighbours.ts';
import { settle, signInAs, type Reader } from './support/reader.ts';
import { setStage } from './support/set-stage.ts';

/** What this test says. */
const isOurs = /^记[一二三四五]：/;

describe('two neighbours in one group', () => {
  const stage = setStage();

  const findGroup = async (): Promise<string> => {
    const token = await stage.neighbours.tokenOf('居民');
    const { items } = await call(stage.origin, token, chatApi.listGroups, { params: { communityId } });
    return items.find(({ areaKind }) => areaKind === 'building')?.id ?? '';
  };

  const enter = async (part: DemoPart, groupId: string): Promise<Reader> => {
    const reader = await stage.open();
    await signInAs(reader, part);
    await reader.open(`/chat/pages/conversation/index?id=${groupId}`);
    await settle(reader.page);
    return reader;
  };

  const say = async (page: Page, text: string): Promise<void> => {
    await page.getByRole('textbox', { name: '写消息' }).fill(text);
    await page.getByRole('button', { name: '发送', exact: true }).click();
  };

  /** Texts of the history as they stand on the screen, of those that this test said. */
  const textsOn = async (page: Page): Promise<string[]> =>
    (await page.locator('.ch-item .ch-text').allTextContents()).filter((text) => isOurs.test(text));

  it('both end with the same history when one loses the line in the middle', async () => {
    const groupId = await findGroup();
    const [resident, leader] = [await enter('居民', groupId), await enter('楼栋长', groupId)];

    await say(resident.page, '记一：门禁修好了吗？');
    await leader.page.getByText('记一：门禁修好了吗？').first().waitFor();
    await say(leader.page, '记二：修好了，刷卡试试。');
    await resident.page.getByText('记二：修好了，刷卡试试。').first().waitFor();

    await resident.context.setOffline(true);
    await say(resident.page, '记三：我在电梯里，没信号');
    await say(resident.page, '记四：出来再说');
    await say(leader.page, '记五：不着急');
    await leader.page.getByText('记五：不着急').first().waitFor();
    expect(await textsOn(leader.page)).toEqual(['记一：门禁修好了吗？', '记二：修好了，刷卡试试。', '记五：不着急']);
    await resident.context.setOffline(false);

    for (const { page } of [resident, leader]) {
      await page.getByText('记四：出来再说').first().waitFor({ timeout: 60_000 });
      await page.getByText('记五：不着急').first().waitFor({ timeout: 60_000 });
    }
    await expect.poll(() => leader.page.getByText('记四：出来再说').count(), { timeout: 60_000 }).toBeGreaterThan(0);
    const token = await stage.neighbours.tokenOf('居民');
    const params = { communityId, groupId };
    const history = async () => {
      const { items } = await call(stage.origin, token, chatApi.listMessages, { params, query: {} });
      return items.map(({ text }) => text).filter((text) => isOurs.test(text));
    };
    await expect.poll(async () => (await history()).length, { timeout: 60_000 }).toBe(5);
    const said = await history();
    expect(said.filter((text) => /^记[三四]/.test(text))).toEqual(['记三：我在电梯里，没信号', '记四：出来再说']);
    for (const { page } of [resident, leader]) await expect.poll(() => textsOn(page), { timeout: 60_000 }).toEqual(said);
    expect(leader.troubles).toEqual([]);
  });

  it('what is recalled goes from both screens, and its author may write it anew', async () => {
    const groupId = await findGroup();
    const [resident, leader] = [await enter('居民', groupId), await enter('楼栋长', groupId)];
    await say(resident.page, '记六：说错了');
    await leader.page.getByText('记六：说错了').first().waitFor();
    const bubble = resident.page.locator('.ch-item', { hasText: '记六：说错了' });
    await bubble.locator('.ch-more').dispatchEvent('click');
    await resident.page.getByRole('button', { name: '撤回', exact: true }).click();
    await resident.page.getByText('您撤回了一条消息').last().waitFor();
    await leader.page.getByText('记六：说错了').first().waitFor({ state: 'detached' });
    expect([...resident.troubles, ...leader.troubles]).toEqual([]);
  });

  it('a message is turned into a topic, and its card in the group tells how it goes', async () => {
    const groupId = await findGroup();
    const resident = await enter('居民', groupId);
    await say(resident.page, '记七：楼下能不能装充电桩');
    const bubble = resident.page.locator('.ch-item', { hasText: '记七：楼下能不能装充电桩' });
    await bubble.locator('.ch-more').dispatchEvent('click');
    await resident.page.getByRole('button', { name: '转为议题', exact: true }).click();
    await resident.page.getByRole('heading', { name: '转为议题' }).waitFor();
    await resident.page.getByRole('textbox', { name: '标题' }).fill('2 栋楼下装充电桩');
    await resident.page.getByRole('button', { name: '提交', exact: true }).click();
    await resident.page.getByText(/T2026-\d{4}/).first().waitFor();
    await resident.page.getByRole('button', { name: '回到群里看' }).click();
    await resident.page.getByText('2 栋楼下装充电桩').last().waitFor();
    expect(resident.troubles).toEqual([]);
  });
});
