import path from 'node:path';
import { defineConfig } from 'vitest/config';

const here = (relative: string) => path.resolve(import.meta.dirname, relative);

export default defineConfig({
  resolve: {
    alias: [
      { find: '@tarojs/components', replacement: here('tests/support/taro-components.tsx') },
      { find: '@tarojs/taro', replacement: here('tests/support/taro.ts') },
      { find: /^@\//, replacement: here('src') + '/' },
    ],
    extensions: ['.h5.tsx', '.h5.ts', '.tsx', '.ts', '.mjs', '.js', '.json'],
  },
  define: { 'process.env.TARO_ENV': '"h5"', API_BASE: '"http://server.test"' },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    environment: 'jsdom',
    include: ['tests/**/*.test.{ts,tsx}', 'src/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/support/setup.ts'],
    restoreMocks: true,
  },
});
