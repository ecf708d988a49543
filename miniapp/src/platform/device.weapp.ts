import Taro from '@tarojs/taro';
import { translate, type Language } from '../i18n/translate';
import type { Device } from './device.h5';

export const readDevice = (): Device => {
  const base = Taro.getAppBaseInfo() as { theme?: string; fontSizeSetting?: number; fontSizeScaleFactor?: number };
  return { dark: base.theme === 'dark', scale: base.fontSizeScaleFactor ?? (base.fontSizeSetting ?? 16) / 16 };
};

export const watchDevice = (onChange: () => void): void => Taro.onThemeChange(onChange);

const frames = {
  light: { back: '#F7F4EE', bar: '#FFFFFF', text: '#6F757D', on: '#B23A26', suffix: '' },
  dark: { back: '#17191C', bar: '#212429', text: '#A3A9B1', on: '#F08A76', suffix: '-dark' },
} as const;
const tabs = ['home', 'chats', 'hall', 'me'] as const;
const ignore = () => undefined;

/** Colours outside our own tree: the window behind it and WeChat's tab bar. Calls on a page without one fail quietly. */
export const paintFrame = (dark: boolean, language: Language): void => {
  const frame = dark ? frames.dark : frames.light;
  void Taro.setBackgroundColor({ backgroundColor: frame.back }).catch(ignore);
  void Taro.setNavigationBarColor({ frontColor: dark ? '#ffffff' : '#000000', backgroundColor: frame.back }).catch(ignore);
  const pages = Taro.getCurrentPages();
  if (!/^\/?pages\//.test(pages[pages.length - 1]?.route ?? '')) return;
  void Taro.setTabBarStyle({ color: frame.text, selectedColor: frame.on, backgroundColor: frame.bar, borderStyle: dark ? 'black' : 'white' }).catch(ignore);
  tabs.forEach((tab, index) => {
    const icon = `assets/tabs/${tab}${frame.suffix}`;
    void Taro.setTabBarItem({ index, text: translate(language, `app.${tab}`), iconPath: `${icon}.png`, selectedIconPath: `${icon}-on.png` }).catch(ignore);
  });
};
