import path from 'node:path';
import { defineConfig } from 'vite';

const here = (relative: string) => path.resolve(import.meta.dirname, relative);

/** Every component on one page, for the eye: `npx vite --config tests/gallery/vite.config.mts`. Not part of any build. */
export default defineConfig({
  root: here('.'),
  resolve: {
    alias: [
      { find: '@tarojs/components', replacement: here('../support/taro-components.tsx') },
      { find: '@tarojs/taro', replacement: here('taro.ts') },
      { find: /^@\//, replacement: here('../../src') + '/' },
    ],
    extensions: ['.h5.tsx', '.h5.ts', '.tsx', '.ts', '.mjs', '.js', '.json'],
  },
  define: { 'process.env.TARO_ENV': '"h5"', API_BASE: '""' },
  oxc: { jsx: { runtime: 'automatic' } },
  server: { host: '127.0.0.1', port: 41110, strictPort: true },
});
