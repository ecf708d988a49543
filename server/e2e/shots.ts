import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { demoParts } from '../src/demo/admit-visitors.ts';
import { launchChromium } from './support/chromium.ts';
import { desk, openReader, phone, settle, signInAs } from './support/reader.ts';
import { serveCommunity } from './support/server-process.ts';
import type { Stop } from './support/stop.ts';
import { planWalk } from './support/walk.ts';

interface Look {
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly dark?: boolean;
  readonly large?: boolean;
  readonly english?: boolean;
  readonly only?: 'desk';
}

const looks: readonly Look[] = [
  { name: 'light', options: phone },
  { name: 'dark', options: phone, dark: true },
  { name: 'large', options: phone, large: true },
  { name: 'english', options: phone, english: true },
  { name: 'desk', options: desk, only: 'desk' },
];

/** As Taro keeps it in the browser. */
const keepSettings = (page: Page, { large = false, english = false }: Look): Promise<unknown> => {
  const settings = { language: english ? 'en' : 'zh-CN', theme: 'system', text: large ? 'large' : 'system' };
  const kept = JSON.stringify({ data: JSON.stringify(settings) });
  return page.evaluate(`localStorage.setItem('bandeng.settings', ${JSON.stringify(kept)})`);
};

/** As the screen shows it, and `-whole` where there is more below. The page scrolls inside the window, so the window grows. */
const takePicture = async (page: Page, path: string): Promise<void> => {
  await page.screenshot({ path: `${path}.png` });
  const size = page.viewportSize() ?? { width: 0, height: 0 };
  const tallest = 'Math.max(...[...document.querySelectorAll(".bd-page")].map((one) => one.scrollHeight))';
  const height: number = await page.evaluate(tallest);
  if (height <= size.height) return;
  await page.setViewportSize({ ...size, height });
  await page.screenshot({ path: `${path}-whole.png` });
  await page.setViewportSize(size);
};

/**
 * `pnpm shots [NAME …]`: pictures of every page of the demonstration, as a phone shows it in light, dark, large type and English,
 * and as a desk does; of the named looks and pages only, where names are given. They go to server/shots/.
 */
const takePictures = async (wanted: readonly string[]): Promise<void> => {
  const isWanted = (name: string, of: readonly string[]) => wanted.every((word) => !of.includes(word)) || wanted.includes(name);
  const folder = fileURLToPath(new URL('../shots', import.meta.url));
  const community = await serveCommunity(null);
  const browser = await launchChromium();
  try {
    const all = await planWalk(community.origin);
    const stops = all.filter(({ name }) => isWanted(name, all.map((stop) => stop.name)));
    for (const look of looks.filter(({ name }) => isWanted(name, looks.map((one) => one.name)))) {
      mkdirSync(join(folder, look.name), { recursive: true });
      for (const part of [null, ...demoParts]) {
        const chosen = stops.filter((stop: Stop) => stop.part === part && (look.only === undefined || stop.desk === true));
        if (chosen.length === 0) continue;
        const reader = await openReader(browser, community.origin, look.options);
        const { page } = reader;
        if (part !== null) await signInAs(reader, part);
        else await reader.open('/pages/home/index');
        await keepSettings(page, look);
        await page.emulateMedia({ colorScheme: look.dark === true ? 'dark' : 'light' });
        for (const { name, path } of chosen) {
          await reader.open(path);
          await settle(page);
          await takePicture(page, join(folder, look.name, name));
        }
        for (const trouble of reader.troubles) console.log(`${look.name}, ${part ?? 'a passer-by'}: ${trouble}`);
        await reader.close();
      }
    }
  } finally {
    await browser.close();
    await community.remove();
  }
};

await takePictures(process.argv.slice(2));
