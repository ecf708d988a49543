import type { TabPage } from '../platform/navigate';
import type { IconName } from './icon-paths';

export type Tab = 'home' | 'chats' | 'hall' | 'me';

/** The tab pages, in the order of the tab bar; app.config.ts says the same to WeChat. */
export const places: readonly { readonly tab: Tab; readonly page: TabPage; readonly icon: IconName }[] = [
  { tab: 'home', page: '/pages/home/index', icon: 'home' },
  { tab: 'chats', page: '/pages/chats/index', icon: 'chat' },
  { tab: 'hall', page: '/pages/hall/index', icon: 'hall' },
  { tab: 'me', page: '/pages/me/index', icon: 'me' },
];
