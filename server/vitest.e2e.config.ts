import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What people meet: the web page in a real Chromium, and the WeChat build on WeChat's own framework, against a live server. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['server/e2e/**/*.test.ts'],
    globalSetup: ['server/e2e/support/setup.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Each file has a server, a folder and a browser of its own; they mostly wait.
    maxWorkers: 2,
    maxConcurrency: 2,
  },
});
