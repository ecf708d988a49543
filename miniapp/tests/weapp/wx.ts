import type { Journal } from './journal';
import type { Navigation } from './navigation';
import { fail, makeNetwork, succeed, type Options } from './wx-network';

export interface WxSettings {
  readonly base: string;
  readonly storage: Record<string, unknown>;
  readonly theme: 'light' | 'dark';
  /** The answer to every `showModal`. */
  readonly confirmModals: boolean;
  readonly loginCode: () => string;
}

const screen = (theme: string) => ({
  SDKVersion: '3.8.0', platform: 'devtools', system: 'iOS 17', brand: 'devtools', model: 'weapp-test', pixelRatio: 2,
  windowWidth: 390, windowHeight: 844, screenWidth: 390, screenHeight: 844, statusBarHeight: 47, theme,
  fontSizeSetting: 16, language: 'zh_CN', version: '8.0.50',
  safeArea: { top: 47, bottom: 810, left: 0, right: 390, width: 390, height: 763 },
});

const rectangle = { left: 0, top: 0, right: 390, bottom: 100, width: 390, height: 100, scrollTop: 0, scrollLeft: 0 };

const selectorQuery = () => {
  const query: Record<string, (...a: never[]) => unknown> = {};
  for (const step of ['in', 'select', 'selectAll', 'selectViewport', 'boundingClientRect', 'scrollOffset', 'fields', 'node']) {
    query[step] = () => query;
  }
  query['exec'] = (done?: (r: unknown[]) => void) => void setTimeout(() => done?.([rectangle]));
  return query;
};

/** The `wx` object, as far as this app and Taro's runtime use it. What is not here is undefined, as in an old WeChat. */
export const makeWx = (settings: WxSettings, journal: Journal, launchPage: string, navigation: Navigation) => {
  const { storage, theme, base, confirmModals, loginCode } = settings;
  const network = makeNetwork(base, journal);
  const system = screen(theme);
  const launch = { path: launchPage, query: {}, scene: 1001 };
  const quiet = (options?: Options) => succeed(options);
  const nothing = () => undefined;
  const told = <O extends Options & { readonly title?: string }>(name: string, result = {}) => (options: O) => {
    journal.calls.push([name, options.title]);
    succeed(options, result);
  };
  const wx: Record<string, unknown> = {
    ...network.api,
    ...navigation.api,
    canIUse: () => true,
    getSystemInfoSync: () => system,
    getWindowInfo: () => system,
    getDeviceInfo: () => system,
    getAppBaseInfo: () => system,
    getSystemSetting: () => system,
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getMenuButtonBoundingClientRect: () => ({ width: 87, height: 32, top: 51, left: 296, right: 383, bottom: 83 }),
    getStorageSync: (name: string) => storage[name] ?? '',
    setStorageSync: (name: string, value: unknown) => void (storage[name] = value),
    removeStorageSync: (name: string) => void delete storage[name],
    login: (options: Options) => succeed(options, { code: loginCode() }),
    scanCode: (options: Options) => fail(options, 'scanCode:fail cancel'),
    showModal: told('showModal', { confirm: confirmModals, cancel: !confirmModals }),
    showToast: told('showToast'),
    showActionSheet: told('showActionSheet', { tapIndex: 0 }),
    nextTick: (f: () => void) => void setTimeout(f),
    createSelectorQuery: selectorQuery,
  };
  for (const name of ['setNavigationBarTitle', 'setNavigationBarColor', 'setBackgroundColor', 'setTabBarStyle', 'setTabBarItem', 'setTabBarBadge', 'removeTabBarBadge', 'pageScrollTo']) wx[name] = quiet;
  for (const name of ['onThemeChange', 'onAppShow', 'onAppHide', 'onError', 'onUnhandledRejection', 'onPageNotFound', 'onWindowResize', 'onNetworkStatusChange']) wx[name] = nothing;
  return { wx, stop: network.stop };
};
