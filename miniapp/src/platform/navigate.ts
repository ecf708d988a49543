import Taro from '@tarojs/taro';

const tabPages = ['/pages/home/index', '/pages/chats/index', '/pages/hall/index', '/pages/me/index'] as const;
export type TabPage = (typeof tabPages)[number];

const address = (page: string, params: Readonly<Record<string, string | number | undefined>>): string => {
  const search = Object.entries(params)
    .filter((pair): pair is [string, string | number] => pair[1] !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return search === '' ? page : `${page}?${search}`;
};

const isTab = (page: string): boolean => (tabPages as readonly string[]).includes(page);

/** WeChat allows ten pages on the stack; beyond it the top one is replaced. */
const deepest = 9;

/** Opens a page by its full path, e.g. '/deliberation/pages/matter/index'. Tab pages take no parameters. */
export const go = (page: `/${string}`, params: Readonly<Record<string, string | number | undefined>> = {}): void => {
  if (isTab(page)) void Taro.switchTab({ url: page });
  else if (Taro.getCurrentPages().length > deepest) void Taro.redirectTo({ url: address(page, params) });
  else void Taro.navigateTo({ url: address(page, params) });
};

/** Opens a page in place of this one. */
export const replaceWith = (page: `/${string}`, params: Readonly<Record<string, string | number | undefined>> = {}): void => {
  if (isTab(page)) void Taro.switchTab({ url: page });
  else void Taro.redirectTo({ url: address(page, params) });
};

/** Back to where the person came from; to the home page when there is nothing behind, as after a link or a scan. */
export const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: '/pages/home/index' });
};
