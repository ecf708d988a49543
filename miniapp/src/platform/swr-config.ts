import Taro from '@tarojs/taro';
import type { SWRConfiguration } from 'swr';

/**
 * Revalidation follows the app's life and the device's network instead of window events, which a mini-program has not.
 * Retries are made by `call`; an error that remains is for the person to repeat.
 */
export const swrConfig: SWRConfiguration = {
  revalidateOnFocus: false,
  shouldRetryOnError: false,
  dedupingInterval: 1500,
  focusThrottleInterval: 5000,
  isVisible: () => true,
  isOnline: () => true,
  initReconnect: (revalidate) => {
    let online = true;
    Taro.onNetworkStatusChange(({ isConnected }) => {
      if (isConnected && !online) revalidate();
      online = isConnected;
    });
  },
};
