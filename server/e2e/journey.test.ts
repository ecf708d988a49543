import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openWechatStandIn, type WechatStandIn } from '../tests/platform/wechat-stand-in.ts';
import { call } from './support/call.ts';
import { launchChromium } from './support/chromium.ts';
import { callMeeting, pressAndConfirm, sessionOn } from './support/desk-steps.ts';
import { keepPictures } from './support/keep-pictures.ts';
import { messyRegister } from './support/messy-register.ts';
import { communityId, meetNeighbours, type Neighbours } from './support/neighbours.ts';
import { desk, openReader, phone, signInAs, type Reader } from './support/reader.ts';
import { serveCommunity, type ServedCommunity } from './support/server-process.ts';

const title = '中心花园加装路灯';
const objection = '路灯正对一楼窗户，晚上睡不好。';

describe('from a spreadsheet to a disclosed decision', () => {
  let browser: Browser;
  let wechat: WechatStandIn;
  let community: ServedCommunity;
  let neighbours: Neighbours;
  let [author, chair, representative]: Reader[] = [];
  let matterId = '';
  const readers: Reader[] = [];
  const open = async (options = phone): Promise<Reader> => {
    const reader = await openReader(browser, community.origin, options);
    readers.push(reader);
    return reader;
  };
  const pageOf = (reader: Reader | undefined): Page => {
    if (reader === undefined) throw new Error('an earlier step has failed');
    return reader.page;
  };
  keepPictures(readers);

  beforeAll(async () => {
    wechat = await openWechatStandIn();
    const { appId, secret, baseUrl } = wechat;
    const environment = { WECHAT_APPID: appId, WECHAT_SECRET: secret, WECHAT_BASE_URL: baseUrl };
    community = await serveCommunity(inject('seeded'), environment);
    neighbours = meetNeighbours(community.origin, wechat);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await community.remove();
    await wechat.close();
  });

  it('imports a register that names a column badly, refuses its bad rows and writes the others', async () => {
    const administrator = await open(desk);
    const { page } = administrator;
    await signInAs(administrator, '管理员');
    await page.getByRole('link', { name: '我的' }).click();
    await page.getByRole('button', { name: /^工作台/ }).click();
    await page.getByRole('button', { name: /^名册导入/ }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '选择文件' }).click();
    const { name, bytes } = messyRegister;
    await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: bytes() });

    await page.getByText('还缺：建筑面积').waitFor();
    expect(await page.getByRole('button', { name: '试算' }).isDisabled()).toBe(true);
    await page.getByLabel('建筑面积').selectOption({ label: `D · ${messyRegister.areaHeading}` });
    await page.getByRole('button', { name: '试算' }).click();

    await page.getByText('这是试算结果，还没有写入名册。').waitFor();
    const refused = page.getByRole('table', { name: '没有通过的行' });
    for (const [code, sentence] of messyRegister.rejected) {
      expect(await refused.getByRole('row', { name: code }).innerText()).toContain(sentence);
    }
    expect(await refused.getByRole('row').count()).toBe(messyRegister.rejected.length + 1);

    await pressAndConfirm(page, '写入名册');
    await page.getByText('名册已写入。').waitFor();
    await page.getByRole('button', { name: '查看房屋名册' }).click();
    await page.getByLabel('查找').fill('甘小雨');
    await page.getByRole('link', { name: '枫林湾小区 6-1-102' }).waitFor();
  });

  it('lets a member of the branch committee draft a matter, submit it and open its first meeting', async () => {
    author = await open(desk);
    const { page } = author;
    await signInAs(author, '支委');
    await page.getByRole('button', { name: '起草事项' }).click();
    await page.getByLabel('标题').fill(title);
    await page.getByLabel('摘要').fill('中心花园晚上太暗，装四盏太阳能路灯。');
    await page.getByLabel('正文').fill('中心花园没有路灯，晚上常有老人绊倒。装四盏太阳能路灯，预算八千元，月底前装好。');
    await page.getByLabel('预算（元）').fill('8,000');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('button', { name: '按这些规则提交' }).click();
    await callMeeting(page);
    await pressAndConfirm(page, '开会');
    await page.getByRole('button', { name: '录入纸质票' }).waitFor();
    matterId = await neighbours.findMatter(title);
  });

  it('passes the branch committee, whose count can be taken once all have voted', async () => {
    const page = pageOf(author);
    expect(await page.getByRole('button', { name: '结束投票并计票' }).count()).toBe(0);
    expect(await neighbours.letOthersVote(sessionOn(page))).toBe(7);
    await pressAndConfirm(page, '结束投票并计票');
    await page.getByRole('img', { name: '通过' }).waitFor();
    await page.getByText('已通过，事项进入“两委商议”。').waitFor();
    await neighbours.holdMeeting(matterId, 'consult');
    await neighbours.holdMeeting(matterId, 'review');
  });

  it('gives a representative the vote at home, and a receipt for it', async () => {
    chair = await open(desk);
    await signInAs(chair, '两委');
    await chair.open(`/desk/pages/matter/index?matterId=${matterId}`);
    await callMeeting(chair.page);
    await pressAndConfirm(chair.page, '开会');
    await chair.page.getByRole('button', { name: '录入纸质票' }).waitFor();

    representative = await open();
    const { page } = representative;
    await signInAs(representative, '居民代表');
    await page.getByRole('button', { name: new RegExp(`表决.*${title}`) }).click();
    await page.getByRole('radio', { name: /^同意/ }).click();
    await page.getByRole('button', { name: '确认同意', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '确认同意，提交' }).click();
    await page.getByRole('heading', { name: '投票回执' }).waitFor();
    await page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/).waitFor();
  });

  it('counts and seals the result, in which the representative finds the own vote', async () => {
    const [leading, voting] = [pageOf(chair), pageOf(representative)];
    const sessionId = sessionOn(leading);
    await neighbours.letOthersVote(sessionId);
    await pressAndConfirm(leading, '结束投票并计票');
    await leading.getByRole('img', { name: '通过' }).waitFor();

    await voting.getByText('您的票已计入：同意').waitFor();
    await voting.getByRole('button', { name: '返回事项' }).click();
    const ladder = voting.getByRole('list', { name: '各阶段的进展' });
    await ladder.getByRole('listitem', { name: '4 居民代表会议决议, 通过' }).waitFor();
    const { session } = await call(community.origin, await neighbours.tokenOf('居民代表'), deliberationApi.getSession, {
      params: { communityId, sessionId },
    });
    expect(session.outcome).toMatchObject({ result: 'passed', due: 19, present: 19, yes: 19, no: 0 });
  });

  it('puts the resolution up, to which a resident objects', async () => {
    const page = pageOf(chair);
    await page.goto(`/desk/pages/matter/index?matterId=${matterId}`);
    await page.getByRole('button', { name: /^公开决议/ }).click();
    await page.getByText(/公示期 .+ 至 .+/).waitFor();
    await pressAndConfirm(page, '公开决议');
    await page.getByRole('main').getByText(/今天贴出，明天起公示 \d+ 天/).waitFor();

    const resident = await open();
    await signInAs(resident, '居民');
    await resident.open(`/deliberation/pages/matter/index?id=${matterId}`);
    await resident.page.getByRole('button', { name: '提出异议' }).first().click();
    await resident.page.getByLabel('异议内容').fill(objection);
    await resident.page.getByRole('button', { name: '提交异议' }).click();
    await resident.page.getByRole('main').getByText(objection).waitFor();
  });

  it('is read from the QR code without an account, with names masked, and printed', async () => {
    const { matter } = await call(community.origin, await neighbours.tokenOf('居民'), deliberationApi.getMatter, {
      params: { communityId, matterId },
    });
    const [disclosure, objector] = [matter.disclosures[0], matter.objections[0]?.by];
    if (disclosure === undefined || objector === undefined) throw new Error('an earlier step has failed');
    const { page, context, ...visitor } = await open();
    await visitor.open(`/p/${disclosure.publicToken}`);
    const stages = page.getByRole('list', { name: '表决经过' });
    await stages.getByRole('listitem', { name: '4 居民代表会议决议, 通过' }).waitFor();
    expect(await stages.getByRole('listitem').count()).toBe(4);
    await page.getByText(objection).waitFor();
    const shown = await page.locator('body').innerText();
    expect(shown).toContain(title);
    expect(shown).toContain(`${objector.name.slice(0, 1)}*`);
    expect(shown).not.toContain(objector.name);
    expect(shown).not.toMatch(/1\d{10}/);
    expect(await page.evaluate('localStorage.getItem("bandeng.tokens")')).toBeNull();

    const opened = context.waitForEvent('page');
    await page.getByRole('button', { name: '打印张贴版' }).click();
    const sheet = await opened;
    await sheet.getByText(title).first().waitFor();
    expect(await sheet.locator('body').innerText()).toContain('居民代表会议');
    expect(await sheet.locator('svg').count()).toBeGreaterThan(0);
  });

  it('went without an error in any of the browsers', () => {
    expect(readers.map(({ troubles }) => troubles)).toEqual(readers.map(() => []));
  });
});
