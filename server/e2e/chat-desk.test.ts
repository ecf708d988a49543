import { describe, expect, it } from 'vitest';
import { desk, settle, signInAs } from './support/reader.ts';
import { setStage } from './support/set-stage.ts';
import { bubbleOf, enter, conversation, findBuildingGroup, say } from './support/talk.ts';

describe('a conversation on a desk', () => {
  const stage = setStage();

  it('is chosen from the list beside it, by mouse and by keyboard, and the address names it', async () => {
    const groupId = await findBuildingGroup(stage);
    const reader = await stage.open(desk);
    await signInAs(reader, '居民');
    const { page } = reader;
    await reader.open('/pages/chats/index');
    await settle(page);
    await page.getByText('从左边选一个群').waitFor();
    const list = page.getByRole('navigation', { name: '我的群' }).filter({ visible: true });
    const rows = list.locator('.ch-row-press');
    const [first = '', second = ''] = await list.locator('.ch-row-name').allTextContents();
    await rows.nth(0).click();
    await page.getByRole('heading', { name: new RegExp(`^${first}`) }).waitFor();
    expect(page.url()).toContain('/chat/pages/conversation/index?id=');
    await list.locator('[aria-current="true"]', { hasText: first }).waitFor();

    // The page that was left is seen until the other has slid in.
    await expect.poll(() => list.count()).toBe(1);
    const before = page.url();
    await list.locator('.ch-row-press', { hasText: first }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: new RegExp(`^${second}`) }).waitFor();
    expect(page.url()).not.toBe(before);
    await page.reload();
    await page.getByRole('heading', { name: new RegExp(`^${second}`) }).waitFor();
    await list.locator('[aria-current="true"]', { hasText: second }).waitFor();

    await reader.open(conversation(groupId));
    await settle(page);
    const leader = await enter(stage, '楼栋长', conversation(groupId));
    await page.getByRole('textbox', { name: '写消息' }).click();
    await page.keyboard.type('记一：坐在桌前说');
    await page.keyboard.press('Enter');
    await bubbleOf(leader.page, '记一：坐在桌前说').waitFor();
    await say(leader.page, '记二：收到');
    await bubbleOf(page, '记二：收到').waitFor();
    expect([...reader.troubles, ...leader.troubles]).toEqual([]);
  });

  it('lies on top of the list where the window is small, and back leads there', async () => {
    const { page, open } = await enter(stage, '居民', '/pages/chats/index');
    await page.locator('.ch-row-press').first().click();
    await page.getByRole('textbox', { name: '写消息' }).or(page.getByText('本群目前只有群管理员可以发言。')).waitFor();
    expect(await page.getByRole('navigation', { name: '我的群' }).filter({ visible: true }).count()).toBe(0);
    await page.goBack();
    await page.getByRole('heading', { name: '群聊' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/pages/chats/index');
    await open('/pages/chats/index');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.locator('.ch-row-press').first().click();
    await page.getByRole('textbox', { name: '写消息' }).waitFor();
    await page.locator('.ch-beside [aria-current="true"]').waitFor();
    await page.goBack();
    await page.getByText('从左边选一个群').waitFor();
  });
});
