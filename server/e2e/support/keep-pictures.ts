import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Reader } from './reader.ts';

const folder = fileURLToPath(new URL('../../shots/failed', import.meta.url));

/** Keeps a picture of every open browser when a test fails: what it showed says more than what was not found. */
export const keepPictures = (readers: readonly Reader[]): void => {
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    mkdirSync(folder, { recursive: true });
    const name = task.name.replace(/[^\w]+/g, '-').slice(0, 60);
    for (const [i, { page }] of readers.entries()) {
      if (!page.isClosed()) await page.screenshot({ path: join(folder, `${name}-${i}.png`) });
    }
  });
};
