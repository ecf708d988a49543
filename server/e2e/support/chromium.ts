import sparticuz from '@sparticuz/chromium';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** The Chromium of the machine, or the one that comes in an npm package. */
const findChromium = async (): Promise<string> => installed.find(existsSync) ?? (await sparticuz.executablePath());

/** Starts a real Chromium without a window. Continuous integration runs as root, where its sandbox refuses to start. */
export const launchChromium = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none', '--lang=zh-CN'],
  });
