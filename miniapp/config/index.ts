import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const here = (relative: string) => path.resolve(__dirname, '..', relative);

const cssModules = {
  enable: true,
  config: { namingPattern: 'module', generateScopedName: '[name]__[local]___[hash:base64:5]' },
} as const;

// Sizes are CSS px on both platforms, so that text follows the reader's font scale and not the width of the screen.
const pxtransform = { enable: false, config: {} } as const;

export default defineConfig<'webpack5'>(async () => ({
  projectName: 'bandeng',
  date: '2026-11-21',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  plugins: [here('plugins/aria/index.cjs')],
  alias: { '@': here('src') },
  defineConstants: {
    // A page served by the server talks to its own origin; a mini-program has none and needs the address at build time.
    API_BASE: JSON.stringify(
      process.env.TARO_ENV === 'h5' ? '' : (process.env.TARO_APP_API ?? 'http://127.0.0.1:3000'),
    ),
  },
  copy: {
    patterns: process.env.TARO_ENV === 'h5' ? [{ from: 'src/static/', to: 'dist/h5/static/' }] : [],
    options: {},
  },
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  mini: {
    compile: { include: [here('../shared')] },
    postcss: { pxtransform, cssModules },
    optimizeMainPackage: { enable: true },
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    compile: { include: [here('../shared')] },
    router: { mode: 'browser' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { autoprefixer: { enable: true, config: {} }, pxtransform, cssModules },
    devServer: {
      host: '127.0.0.1',
      port: Number(process.env.H5_PORT ?? 3001),
      open: false,
      proxy: [{ context: ['/api'], target: process.env.API_PROXY ?? 'http://127.0.0.1:3000', ws: true }],
    },
    webpackChain(chain) {
      const unneeded = here('src/platform/unneeded.ts');
      chain.resolve.alias
        .set('@tarojs/components$', here('src/ui/web-elements.ts'))
        .set('@tarojs/components/dist/components$', here('src/ui/no-custom-elements.ts'))
        // Styles and an icon font of components that no page uses; what every supported browser has itself.
        .set('@tarojs/components/dist/taro-components/taro-components.css$', unneeded)
        .set('whatwg-fetch$', unneeded)
        .set('abortcontroller-polyfill/dist/abortcontroller-polyfill-only$', unneeded)
        .set('jsonp-retry$', unneeded);
      // What the first page may weigh is checked as it travels, by scripts/check-sizes.
      chain.performance.hints(false);
      // Left alone, every lazy page repeats the components it uses.
      chain.optimization.splitChunks({
        chunks: 'all',
        cacheGroups: {
          // One chunk a set of pages: the first page must not fetch what only desks share.
          shared: { minChunks: 2, priority: 1, reuseExistingChunk: true },
        },
      });
    },
  },
}));
