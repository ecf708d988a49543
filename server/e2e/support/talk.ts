import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Message } from '@bandeng/shared/chat/schemas.ts';
import type { Locator, Page } from 'playwright-core';
import type { DemoPart } from '../../src/demo/admit-visitors.ts';
import { call } from './call.ts';
import { communityId } from './neighbours.ts';
import { settle, signInAs, type Reader } from './reader.ts';
import type { Stage } from './set-stage.ts';

export const conversation = (groupId: string): string => `/chat/pages/conversation/index?id=${groupId}`;

/** The group of the building in which the resident and the building leader of the demonstration live. */
export const findBuildingGroup = async ({ origin, neighbours }: Stage): Promise<string> => {
  const token = await neighbours.tokenOf('居民');
  const { items } = await call(origin, token, chatApi.listGroups, { params: { communityId } });
  return items.find(({ areaKind }) => areaKind === 'building')?.id ?? '';
};

/** Opens a page in a browser of its own as one of the demonstration. */
export const enter = async (stage: Stage, part: DemoPart, path: string): Promise<Reader> => {
  const reader = await stage.open();
  await signInAs(reader, part);
  await reader.open(path);
  await settle(reader.page);
  return reader;
};

/** Leaves the first unread message, where a group opens, for the newest one. */
export const goToNewest = async (page: Page, newestText: string): Promise<void> => {
  const there = bubbleOf(page, newestText);
  const pill = page.locator('.ch-pill');
  await there.or(pill).first().waitFor();
  if (!(await there.isVisible())) await pill.click();
  await there.waitFor();
};

export const say = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: '写消息' }).fill(text);
  await page.getByRole('button', { name: '发送', exact: true }).click();
};

export const bubbleOf = (page: Page, text: string | RegExp): Locator => page.locator('.ch-message', { hasText: text }).last();

/** What the long press on a message offers, and one of it. */
export const choose = async (page: Page, bubble: Locator, name: string): Promise<void> => {
  await bubble.locator('.ch-more').dispatchEvent('click');
  await page.getByRole('button', { name, exact: true }).click();
};

/** Opens what can be sent besides words, and takes one of it. */
export const openThing = async (page: Page, name: '图片' | '语音' | '文件' | '卡片' | '@成员'): Promise<void> => {
  await page.getByRole('button', { name: '更多内容' }).click();
  await page.getByRole('group', { name: '更多内容' }).getByRole('button', { name }).click();
};

/** Gives files to the chooser that the step opens. */
export const giveFiles = async (
  page: Page,
  open: () => Promise<unknown>,
  ...files: { name: string; mimeType: string; buffer: Buffer }[]
): Promise<void> => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), open()]);
  await chooser.setFiles(files);
};

/** The newest messages of the group as the server keeps them. */
export const newest = async ({ origin, neighbours }: Stage, groupId: string): Promise<readonly Message[]> => {
  const token = await neighbours.tokenOf('居民');
  return (await call(origin, token, chatApi.listMessages, { params: { communityId, groupId }, query: {} })).items;
};
