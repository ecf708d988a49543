import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { setStage } from './support/set-stage.ts';
import { bubbleOf, conversation, enter, findBuildingGroup, giveFiles, newest, openThing, say } from './support/talk.ts';
import { takePhoto } from './support/things-to-send.ts';

describe('a picture on a bad network', () => {
  const stage = setStage();

  /** Lets every upload reach the server, and loses the line before its answer is back. */
  const loseUploads = async (page: Page): Promise<string[]> => {
    const ids: string[] = [];
    await page.route(/\/files$/, async (route) => {
      ids.push(route.request().headers()['idempotency-key'] ?? '');
      if (ids.length === 1) {
        await route.fetch();
        await page.context().setOffline(true);
      }
      await route.abort('connectionreset');
    });
    return ids;
  };

  it('outlives its tab: what was begun arrives once and in order when the page is opened again', async () => {
    const groupId = await findBuildingGroup(stage);
    const { page, context } = await enter(stage, '居民', conversation(groupId));
    const before = (await newest(stage, groupId)).length;
    const lost = await loseUploads(page);
    await giveFiles(page, () => openThing(page, '图片'), await takePhoto());
    await say(page, '记一：这是三楼的管子');
    await expect.poll(() => lost.length).toBeGreaterThan(0);
    await bubbleOf(page, '记一：这是三楼的管子').waitFor();
    expect((await newest(stage, groupId)).length).toBe(before);
    await page.close({ runBeforeUnload: false });
    await context.setOffline(false);

    const again = await context.newPage();
    const ids: string[] = [];
    again.on('request', (request) => {
      if (/\/files$/.test(request.url())) ids.push(request.headers()['idempotency-key'] ?? '');
    });
    await again.goto(conversation(groupId));
    await bubbleOf(again, '记一：这是三楼的管子').waitFor();
    const added = async () => (await newest(stage, groupId)).slice(before).map(({ kind }) => kind);
    await expect.poll(added, { timeout: 30_000 }).toEqual(['image', 'text']);
    expect(new Set([...lost, ...ids]).size).toBe(1);
    await expect.poll(() => again.locator('.is-outgoing').count()).toBe(0);
    expect(await again.locator('.ch-bubble.is-image').count()).toBe((await newest(stage, groupId)).filter(({ kind }) => kind === 'image').length);
    await again.reload();
    await bubbleOf(again, '记一：这是三楼的管子').waitFor();
    expect(await added()).toEqual(['image', 'text']);
  });
});
