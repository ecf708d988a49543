import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { DemoPart } from '../src/demo/admit-visitors.ts';
import { call } from './support/call.ts';
import { communityId } from './support/neighbours.ts';
import { signInAs, type Reader } from './support/reader.ts';
import { setStage } from './support/set-stage.ts';

describe('a ballot on a bad network', () => {
  const stage = setStage();

  /** The open meeting of a matter as the administrator reads it. */
  const readMeeting = async (title: string) => {
    const token = await stage.neighbours.tokenOf('管理员');
    const matterId = await stage.neighbours.findMatter(title);
    const { matter } = await call(stage.origin, token, deliberationApi.getMatter, { params: { communityId, matterId } });
    const sessionId = matter.sessions.find(({ status }) => status === 'open')?.id ?? '';
    return call(stage.origin, token, deliberationApi.getSession, { params: { communityId, sessionId } });
  };

  /** Goes from the home page to the last question before the ballot is sent. */
  const choose = async (part: DemoPart, title: string): Promise<Reader> => {
    const reader = await stage.open();
    await signInAs(reader, part);
    const { page } = reader;
    await page.getByRole('button', { name: new RegExp(`表决.*${title}`) }).click();
    await page.getByRole('radio', { name: /^同意/ }).click();
    await page.getByRole('button', { name: '确认同意', exact: true }).click();
    await page.getByRole('button', { name: '确认同意，提交' }).waitFor();
    return reader;
  };

  /** Lets the first attempts reach the server and loses its answers on the way back; gives the command ids of all attempts. */
  const loseAnswers = async (page: Page, lost: number): Promise<string[]> => {
    const ids: string[] = [];
    await page.route('**/ballots', async (route) => {
      ids.push(route.request().headers()['idempotency-key'] ?? '');
      if (ids.length > lost) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    return ids;
  };

  it('is sent again under the same id when the answer was lost, and counts once', async () => {
    const title = '香郡小区暖气改造';
    const before = await readMeeting(title);
    const { page } = await choose('居民代表', title);
    const ids = await loseAnswers(page, 2);
    await page.getByRole('button', { name: '确认同意，提交' }).click();
    await page.getByRole('button', { name: '网络不好，正在重试…' }).waitFor();
    await page.getByRole('heading', { name: '投票回执' }).waitFor();
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^[\w-]{8,64}$/);
    const after = await readMeeting(title);
    expect(after.session.cast).toBe(before.session.cast + 1);
    expect(after.conflicts).toEqual(before.conflicts);
  });

  it('waits without a network, says so, and arrives when it is back', async () => {
    const title = '3 栋 2 单元加装电梯';
    const before = await readMeeting(title);
    const { page, context } = await choose('两委', title);
    await context.setOffline(true);
    await page.getByRole('button', { name: '确认同意，提交' }).click();
    await page.getByRole('button', { name: '网络不好，正在重试…' }).waitFor();
    expect((await readMeeting(title)).session.cast).toBe(before.session.cast);
    await context.setOffline(false);
    await page.getByRole('heading', { name: '投票回执' }).waitFor();
    expect((await readMeeting(title)).session.cast).toBe(before.session.cast + 1);
  });
});
