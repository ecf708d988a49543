import { describe, expect, it } from 'vitest';
import { fillGroup } from './support/fill-group.ts';
import { setStage } from './support/set-stage.ts';
import { conversation, enter, findBuildingGroup, goToNewest, newest } from './support/talk.ts';
import { turnPages, type Turned } from './support/turn-pages.ts';

const count = 2000;
const most = 200;

/** Every stretch on the screen is without gap and double, and small; nothing moved under the reader's eyes. */
const expectSound = (turned: readonly Turned[]): void => {
  for (const { seqs, moved } of turned) {
    expect(seqs.length).toBeLessThanOrEqual(most);
    expect(seqs).toEqual(seqs.map((_, i) => (seqs[0] ?? 0) + i));
    expect(moved).toBeLessThanOrEqual(2);
  }
};

describe('a group that has talked a lot', () => {
  const stage = setStage((dataDir) => fillGroup(dataDir, count, Date.now()));

  it('is read page by page in both directions without gap or double, and keeps few messages mounted', async () => {
    const groupId = await findBuildingGroup(stage);
    const { page, troubles } = await enter(stage, '居民', conversation(groupId));
    const last = (await newest(stage, groupId)).at(-1)?.seq ?? 0;
    expect(last).toBeGreaterThan(count);
    await goToNewest(page, `第${count - 1}句`);
    const back = await turnPages(page, 12, 'start');
    expect(back).toHaveLength(12);
    expectSound(back);
    const first = back.at(-1)?.seqs[0] ?? last;
    expect(last - first).toBeGreaterThan(500);
    const forth = await turnPages(page, 40, 'end');
    expectSound(forth);
    expect(forth.at(-1)?.seqs.at(-1)).toBe(last);
    expect(troubles).toEqual([]);
  });

  it('an answer leads to what was said long ago, and one tap leads back to the newest', async () => {
    const groupId = await findBuildingGroup(stage);
    const { page, troubles } = await enter(stage, '楼栋长', conversation(groupId));
    await goToNewest(page, `第${count - 1}句`);
    const answer = page.getByRole('button', { name: /查看被引用的消息/ }).last();
    await answer.click();
    const marked = page.locator('.ch-message.is-marked');
    await marked.waitFor();
    expect(await page.locator('.ch-item').count()).toBeLessThanOrEqual(most);
    await page.getByRole('button', { name: '回到最新消息' }).click();
    await page.getByText(`第${count - 1}句`).waitFor();
    expect(await page.locator('.ch-item').count()).toBeLessThanOrEqual(most);
    expect(troubles).toEqual([]);
  });
});
