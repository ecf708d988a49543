import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { badgeOf, countUnread } from '../chat/group-list';
import { useGroups } from '../chat/group-store';
import { places } from './places';

/** WeChat draws the tab bar itself, and has no desk. */
export const SideNavigation = (_: { readonly tab: unknown }) => null;

const index = places.findIndex(({ tab }) => tab === 'chats');
const ignore = () => undefined;

/** Off the tab pages WeChat refuses it; the next tab page that is shown does it then. */
const showUnread = (unread: number): void => {
  if (unread === 0) void Taro.removeTabBarBadge({ index }).catch(ignore);
  else void Taro.setTabBarBadge({ index, text: badgeOf(unread) }).catch(ignore);
};

/** The number of unread messages on WeChat's own tab bar. */
export const TabBar = (_: { readonly tab: unknown }) => {
  const unread = useGroups((s) => countUnread(s.rows ?? []));
  useEffect(() => showUnread(unread), [unread]);
  useDidShow(() => showUnread(unread));
  return null;
};
