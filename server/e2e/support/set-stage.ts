import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { openWechatStandIn, type WechatStandIn } from '../../tests/platform/wechat-stand-in.ts';
import { launchChromium } from './chromium.ts';
import { keepPictures } from './keep-pictures.ts';
import { meetNeighbours, type Neighbours } from './neighbours.ts';
import { openReader, type Reader } from './reader.ts';
import { serveCommunity } from './server-process.ts';

/** What a file of tests plays on; there before its first test. */
export interface Stage {
  readonly origin: string;
  readonly neighbours: Neighbours;
  /** Every browser that was opened, in order. */
  readonly readers: readonly Reader[];
  /** A phone, unless another window is asked for. */
  readonly open: (options?: BrowserContextOptions) => Promise<Reader>;
}

/**
 * Serves the demonstration to one file of tests, with a real browser; what a browser shows is kept when a test fails.
 * @param prepare changes its data before the server starts
 */
export const setStage = (prepare?: (dataDir: string) => Promise<void>): Stage => {
  const readers: Reader[] = [];
  let browser: Browser;
  let wechat: WechatStandIn;
  const stage: { origin: string; neighbours: Neighbours } & Pick<Stage, 'readers' | 'open'> = {
    origin: '',
    neighbours: null as unknown as Neighbours,
    readers,
    open: async (options) => {
      const reader = await openReader(browser, stage.origin, options);
      readers.push(reader);
      return reader;
    },
  };
  keepPictures(readers);
  let remove = async (): Promise<void> => {};
  beforeAll(async () => {
    wechat = await openWechatStandIn();
    const community = await serveCommunity(inject('seeded'), {}, prepare);
    remove = community.remove;
    stage.origin = community.origin;
    stage.neighbours = meetNeighbours(community.origin, wechat);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await remove();
    await wechat.close();
  });
  return stage;
};
