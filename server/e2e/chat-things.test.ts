import { chatApi } from '@bandeng/shared/chat/api.ts';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { fillPath } from '@bandeng/shared/kernel/api.ts';
import type { Locator } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { call } from './support/call.ts';
import { communityId } from './support/neighbours.ts';
import { settle } from './support/reader.ts';
import { setStage } from './support/set-stage.ts';
import { bubbleOf, choose, conversation, enter, findBuildingGroup, giveFiles, goToNewest, newest, openThing, say } from './support/talk.ts';
import { recordTone, takePhoto, writeDocument } from './support/things-to-send.ts';

/** Of the picture itself, in its own px; 0 while it is not there. */
const readWidth = async (picture: Locator): Promise<number> =>
  (await picture.count()) === 0 ? 0 : picture.evaluate((one) => (one as unknown as { naturalWidth: number }).naturalWidth);

describe('what neighbours send each other', () => {
  const stage = setStage();
  let groupId = '';

  it('begins at the first unread message', async () => {
    groupId = await findBuildingGroup(stage);
    const leader = await stage.neighbours.tokenOf('楼栋长');
    for (let n = 1; n <= 10; n += 1) {
      const body = { kind: 'text', text: `通知${n}：周四上午检修水泵，请各户提前备水，检修期间不要开水龙头。` } as const;
      await call(stage.origin, leader, chatApi.sendMessage, { params: { communityId, groupId }, body });
    }
    const { page } = await enter(stage, '居民', conversation(groupId));
    const line = page.getByText('以下是新消息');
    await line.waitFor();
    const box = await line.boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(500);
  });

  it('pictures arrive small, open large, and tell nothing of place and device', async () => {
    const [resident, leader] = [await enter(stage, '居民', conversation(groupId)), await enter(stage, '楼栋长', conversation(groupId))];
    await goToNewest(leader.page, '通知10：');
    await giveFiles(resident.page, () => openThing(resident.page, '图片'), await takePhoto());
    await expect.poll(async () => (await newest(stage, groupId)).at(-1)?.kind).toBe('image');
    const file = (await newest(stage, groupId)).at(-1)?.file;
    const thumbnail = leader.page.locator(`#m${(await newest(stage, groupId)).at(-1)?.seq ?? 0} img`);
    const widthOf = () => readWidth(thumbnail);
    await expect.poll(widthOf).toBeGreaterThan(0);
    expect(await widthOf()).toBeLessThan(1000);
    await thumbnail.click();
    const large = leader.page.getByRole('dialog').locator('img');
    await expect.poll(() => readWidth(large)).toBeGreaterThan(1000);
    await leader.page.getByRole('button', { name: '关闭图片' }).click();
    await large.waitFor({ state: 'detached' });

    const authorization = `Bearer ${await stage.neighbours.tokenOf('楼栋长')}`;
    const address = stage.origin + fillPath(platformApi.downloadFile.path, { communityId, fileId: file?.id ?? '' });
    const kept = Buffer.from(await (await fetch(address, { headers: { authorization } })).arrayBuffer());
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
    expect(kept.includes('Bandeng Phone')).toBe(false);
    expect([...resident.troubles, ...leader.troubles]).toEqual([]);
  });

  it('a recording and a document are chosen from the device, and the neighbour plays and opens them', async () => {
    const [resident, leader] = [await enter(stage, '居民', conversation(groupId)), await enter(stage, '楼栋长', conversation(groupId))];
    await openThing(resident.page, '语音');
    await giveFiles(resident.page, () => resident.page.getByRole('button', { name: '选择录音文件' }).click(), recordTone(2));
    await leader.page.getByRole('button', { name: '播放语音，2 秒' }).click();
    await leader.page.getByRole('button', { name: '暂停播放，2 秒' }).waitFor();
    await giveFiles(resident.page, () => openThing(resident.page, '文件'), writeDocument());
    const document = leader.page.getByRole('button', { name: '打开文件 分摊方案.pdf' });
    await document.waitFor();
    const [answer] = await Promise.all([leader.page.waitForResponse(/\/files\//), document.click()]);
    expect(answer.status()).toBe(200);
    expect([...resident.troubles, ...leader.troubles]).toEqual([]);
  });

  it('who is called reads 有人@我, and an answer leads to what it answers', async () => {
    const [resident, leader] = [await enter(stage, '居民', conversation(groupId)), await enter(stage, '楼栋长', '/pages/chats/index')];
    const token = await stage.neighbours.tokenOf('居民');
    const { items } = await call(stage.origin, token, chatApi.listMembers, { params: { communityId, groupId }, query: {} });
    const label = items.find(({ badge }) => badge === 'building-leader')?.label ?? '';
    await resident.page.getByRole('textbox', { name: '写消息' }).pressSequentially('@');
    await resident.page.getByRole('dialog', { name: '@谁' }).getByRole('button', { name: new RegExp(label) }).click();
    await resident.page.getByRole('textbox', { name: '写消息' }).pressSequentially('记一：水压小');
    await resident.page.getByRole('button', { name: '发送', exact: true }).click();
    await leader.page.getByText('[有人@我]').waitFor();
    await leader.page.getByText(`@${label} 记一：水压小`).first().click();
    await bubbleOf(leader.page, '记一：水压小').waitFor();

    await choose(leader.page, bubbleOf(leader.page, '通知1：'), '引用');
    await say(leader.page, '记二：这盏灯今天修');
    const answer = bubbleOf(resident.page, '记二：这盏灯今天修');
    await answer.getByRole('button', { name: /查看被引用的消息/ }).click();
    const quoted = resident.page.locator('.ch-message.is-marked', { hasText: '通知1：' });
    await quoted.waitFor();
    const box = await quoted.boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(700);
    await leader.open('/pages/chats/index');
    await settle(leader.page);
    expect(await leader.page.getByText('[有人@我]').count()).toBe(0);
    expect([...resident.troubles, ...leader.troubles]).toEqual([]);
  });

  it('what is taken back can be written anew; what is begun is kept; words are found in one group and in all', async () => {
    const resident = await enter(stage, '居民', conversation(groupId));
    const { page } = resident;
    const input = page.getByRole('textbox', { name: '写消息' });
    await say(page, '记三：说错了门牌');
    await expect.poll(async () => (await newest(stage, groupId)).at(-1)?.text).toBe('记三：说错了门牌');
    await choose(page, bubbleOf(page, '记三：说错了门牌'), '撤回');
    await page.getByRole('link', { name: '重新编辑' }).click();
    await expect.poll(() => input.inputValue()).toBe('记三：说错了门牌');
    await resident.open('/pages/chats/index');
    await page.getByText('[草稿]').first().waitFor();
    await page.getByText('记三：说错了门牌').first().click();
    await expect.poll(() => input.inputValue()).toBe('记三：说错了门牌');
    await input.fill('');

    for (const path of [`/chat/pages/search/index?group=${groupId}`, '/chat/pages/search/index']) {
      await resident.open(path);
      await page.getByRole('searchbox', { name: '要找的内容' }).fill('声控灯');
      await page.getByRole('button', { name: /二单元三楼的声控灯/ }).first().click();
      await page.locator('.ch-message.is-marked', { hasText: '声控灯' }).waitFor();
    }
    await resident.open('/chat/pages/search/index');
    await page.getByRole('searchbox', { name: '要找的内容' }).fill('说错了门牌');
    await page.getByText('没有找到相关消息').waitFor();
    expect(resident.troubles).toEqual([]);
  });

  it('a group is put on top and silenced, and stays so', async () => {
    const resident = await enter(stage, '居民', '/pages/chats/index');
    const { page } = resident;
    const rows = page.locator('.ch-row');
    const name = (await rows.last().locator('.ch-row-name').textContent()) ?? '';
    for (const choice of ['置顶聊天', '消息免打扰']) {
      await page.getByRole('button', { name: `${name}：更多` }).click();
      await page.getByRole('button', { name: choice }).click();
    }
    await expect.poll(() => rows.first().locator('.ch-row-name').textContent()).toBe(name);
    await page.reload();
    await expect.poll(() => rows.first().locator('.ch-row-name').textContent()).toBe(name);
    await rows.first().getByText('免打扰').waitFor();
    expect(resident.troubles).toEqual([]);
  });
});
