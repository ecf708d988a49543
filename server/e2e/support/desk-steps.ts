import type { Page } from 'playwright-core';
import { clockOf, dayOf } from './china-time.ts';

/** Presses a button, and the same one in the question that it raises. */
export const pressAndConfirm = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();
};

/** Fills in and sends the announcement of a meeting that may begin at once. */
export const callMeeting = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^召集会议/ }).click();
  const [start, end] = [Date.now() - 60_000, Date.now() + 3 * 3_600_000];
  await page.getByLabel('开会时间 日期').fill(dayOf(start));
  await page.getByLabel('开会时间 时间').fill(clockOf(start));
  await page.getByLabel('投票截止 日期').fill(dayOf(end));
  await page.getByLabel('投票截止 时间').fill(clockOf(end));
  await page.getByRole('button', { name: '召集会议', exact: true }).click();
};

/** The meeting whose page this is. */
export const sessionOn = (page: Page): string => {
  const id = new URL(page.url()).searchParams.get('sessionId');
  if (id === null) throw new Error(`no meeting on ${page.url()}`);
  return id;
};
