import { useEffect } from 'react';

/** The little of Taro that components on a single page call. */
const nothing = () => Promise.resolve({});

export const useDidShow = (listener: () => void): void => useEffect(() => listener());
export const useReachBottom = (): void => undefined;

export default {
  getStorageSync: (name: string) => localStorage.getItem(name) ?? '',
  setStorageSync: (name: string, value: string) => localStorage.setItem(name, value),
  removeStorageSync: (name: string) => localStorage.removeItem(name),
  setNavigationBarTitle: nothing,
  navigateTo: nothing,
  redirectTo: nothing,
  switchTab: nothing,
  navigateBack: nothing,
  getCurrentPages: () => [],
  onNetworkStatusChange: () => undefined,
};
