import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openWechatStandIn, type WechatStandIn } from '../tests/platform/wechat-stand-in.ts';
import { launchChromium } from './support/chromium.ts';
import { keepPictures } from './support/keep-pictures.ts';
import { meetNeighbours } from './support/neighbours.ts';
import { openReader, settle, signInAs, type Reader } from './support/reader.ts';
import { serveCommunity, type ServedCommunity } from './support/server-process.ts';

const title = '3 栋 2 单元加装电梯';

describe('two people who look at one vote', () => {
  let browser: Browser;
  let wechat: WechatStandIn;
  let community: ServedCommunity;
  const readers: Reader[] = [];
  keepPictures(readers);

  beforeAll(async () => {
    wechat = await openWechatStandIn();
    community = await serveCommunity(inject('seeded'));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await community.remove();
    await wechat.close();
  });

  it('sees the turnout move over the socket, and nothing of how the other voted', async () => {
    const matterId = await meetNeighbours(community.origin, wechat).findMatter(title);
    const [watching, voting] = [await openReader(browser, community.origin), await openReader(browser, community.origin)];
    readers.push(watching, voting);
    await signInAs(watching, '居民');
    await signInAs(voting, '支委');

    const frames: string[] = [];
    const asked: string[] = [];
    watching.page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(payload.toString())));
    await watching.open(`/deliberation/pages/matter/index?id=${matterId}`);
    await settle(watching.page);
    const stage = watching.page.getByRole('listitem', { name: /^2 两委商议/ });
    await stage.getByText('到会 4/11').waitFor();
    watching.page.on('request', (request) => asked.push(request.url()));

    await voting.open(`/deliberation/pages/matter/index?id=${matterId}`);
    await voting.page.getByRole('button', { name: '参加表决' }).click();
    await voting.page.getByRole('radio', { name: /^反对/ }).click();
    await voting.page.getByRole('button', { name: '确认反对', exact: true }).click();
    await voting.page.getByRole('button', { name: '确认反对，提交' }).click();
    await voting.page.getByRole('heading', { name: '投票回执' }).waitFor();

    await stage.getByText('到会 5/11').waitFor();
    await stage.getByText(/已投 5 票/).waitFor();
    expect(asked).toEqual([]);
    expect(frames.join('\n')).toContain('TurnoutChanged');
    expect(frames.join('\n')).not.toMatch(/"choice":"(yes|no|abstain)"/);
    expect(readers.map(({ troubles }) => troubles)).toEqual([[], []]);
  });
});
