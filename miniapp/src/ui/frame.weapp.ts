import Taro from '@tarojs/taro';
import type { CSSProperties } from 'react';

/** Below the status bar, and left of WeChat's capsule. */
export const navInsets = (): CSSProperties => {
  const { statusBarHeight = 0, windowWidth } = Taro.getWindowInfo();
  const capsule = Taro.getMenuButtonBoundingClientRect();
  return {
    paddingTop: `${Math.max(statusBarHeight, capsule.top - 6)}px`,
    paddingRight: `${Math.max(16, windowWidth - capsule.left + 8)}px`,
  };
};

export const onWeb = false;
