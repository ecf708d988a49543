import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { DemoPart } from '../src/demo/admit-visitors.ts';
import { findFaults } from './support/audit.ts';
import { launchChromium } from './support/chromium.ts';
import { desk, openReader, phone, settle, signInAs, type Reader } from './support/reader.ts';
import { serveCommunity, type ServedCommunity } from './support/server-process.ts';
import type { Stop } from './support/stop.ts';
import { planWalk, readers } from './support/walk.ts';

describe('every page, for those who do not see it or see little of it', () => {
  let browser: Browser;
  let community: ServedCommunity;
  let stops: Stop[] = [];

  beforeAll(async () => {
    community = await serveCommunity(inject('seeded'));
    stops = await planWalk(community.origin);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await community.remove();
  });

  const visit = async (reader: Reader, { name, path }: Stop): Promise<string[]> => {
    const { page } = reader;
    await page.emulateMedia({ colorScheme: 'light' });
    await reader.open(path);
    await settle(page);
    const faults = await findFaults(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('.bd-dark:visible').first().waitFor();
    const dark = await findFaults(page, ['color-contrast']);
    return [...faults.map((fault) => `${name}: ${fault}`), ...dark.map((fault) => `${name}, dark: ${fault}`)];
  };

  const walk = async (part: DemoPart | null, options: typeof phone, chosen: readonly Stop[]): Promise<string[]> => {
    const reader = await openReader(browser, community.origin, options);
    if (part !== null) await signInAs(reader, part);
    const faults: string[] = [];
    for (const stop of chosen) faults.push(...(await visit(reader, stop)));
    await reader.close();
    return faults;
  };

  it.concurrent.each(readers)('has names, roles and contrast in order on the phone of $who', async ({ part }) => {
    const chosen = stops.filter((stop) => stop.part === part);
    expect(chosen.length).toBeGreaterThan(0);
    expect(await walk(part, phone, chosen)).toEqual([]);
  });

  it.concurrent.each(['支委', '管理员'] as const)('has them at the desk of %s too', async (part) => {
    const chosen = stops.filter((stop) => stop.part === part && stop.desk === true);
    expect(await walk(part, desk, chosen)).toEqual([]);
  });
});
