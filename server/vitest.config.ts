import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
    globalSetup: ['tests/platform/scratch.ts', 'tests/platform/postgres.ts'],
    // Only what hangs ends here: a small or busy machine may take its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // The modules of the server are loaded once for each worker, not for each file: a third of the run.
    isolate: false,
  },
});
