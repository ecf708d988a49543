import { useEffect, useRef } from 'react';
import { vi } from 'vitest';

/** Taro's API as far as the code under test uses it; requests and sockets are given by each test. */
export const kept = new Map<string, unknown>();
const shown = new Set<() => void>();
/** What happens when the person comes back to a page. */
export const showAgain = (): void => shown.forEach((listener) => listener());

export const useDidShow = (listener: () => void): void => {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => {
    const run = () => latest.current();
    shown.add(run);
    run();
    return () => void shown.delete(run);
  }, []);
};
/** In these tests a page is never hidden. */
export const useDidHide = (_: () => void): void => undefined;
export const useReachBottom = (_: () => void): void => undefined;
export const useLaunch = (listener: () => void): void => useEffect(listener);
/** The parameters of the page under test. */
export const routerParams: Record<string, string> = {};
export const useRouter = (): { params: Record<string, string> } => ({ params: routerParams });

/** Answers requests as a test says. */
export const request = vi.fn();

const Taro = {
  getStorageSync: (name: string): unknown => kept.get(name) ?? '',
  setStorageSync: (name: string, value: unknown): void => void kept.set(name, value),
  removeStorageSync: (name: string): void => void kept.delete(name),
  request,
  navigateTo: vi.fn(async () => ({})),
  redirectTo: vi.fn(async () => ({})),
  switchTab: vi.fn(async () => ({})),
  navigateBack: vi.fn(async () => ({})),
  getCurrentPages: (): unknown[] => [{}],
  setNavigationBarTitle: vi.fn(async () => ({})),
  onNetworkStatusChange: vi.fn(),
  useDidShow,
};

export default Taro;
