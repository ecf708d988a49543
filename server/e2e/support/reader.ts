import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { DemoPart } from '../../src/demo/admit-visitors.ts';

/** A browser of its own: storage, sign-in and screen of one person. */
export interface Reader {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in the page: uncaught errors, failed loads, answers of 5xx. Empty in a sound page. */
  readonly troubles: readonly string[];
  readonly open: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const here: BrowserContextOptions = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', serviceWorkers: 'block' };
export const phone: BrowserContextOptions = {
  ...here,
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};
export const desk: BrowserContextOptions = { ...here, viewport: { width: 1440, height: 900 } };

/** Opens a browser window as nobody in particular. */
export const openReader = async (browser: Browser, origin: string, options = phone): Promise<Reader> => {
  const context = await browser.newContext({ ...options, baseURL: origin });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`${message.text()} ${message.location().url}`);
  });
  page.on('response', (answer) => {
    if (answer.status() >= 500) troubles.push(`${answer.status()} ${answer.url()}`);
  });
  return {
    page,
    context,
    troubles,
    open: async (path) => void (await page.goto(path)),
    close: () => context.close(),
  };
};

/** Signs in by the list of demonstration accounts, as a visitor of the demonstration does. */
export const signInAs = async ({ page, open }: Reader, part: DemoPart): Promise<void> => {
  await open('/account/pages/login/index');
  await page.getByRole('button', { name: new RegExp(`${part}$`) }).click();
  await page.getByRole('heading', { name: /^枫林社区/ }).waitFor();
  // The page that was left slides away.
  await page.getByRole('heading', { name: '登录板凳议事' }).waitFor({ state: 'hidden' });
};

/** Waits until a page has shown what it had to fetch. */
export const settle = async (page: Page): Promise<void> => {
  await page.getByRole('heading').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.getByRole('status', { name: '正在加载' }).first().waitFor({ state: 'hidden' });
};
