import Taro from '@tarojs/taro';

const prefix = 'bandeng.';

/** What is kept on the device, as JSON under our own prefix. A full or forbidden storage loses comfort, never work. */
export const readStored = <T>(name: string): T | null => {
  try {
    const text: unknown = Taro.getStorageSync(prefix + name);
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : null;
  } catch {
    return null;
  }
};

export const store = (name: string, value: unknown): void => {
  try {
    Taro.setStorageSync(prefix + name, JSON.stringify(value));
  } catch {
    // private browsing or quota: the value lives until the page closes
  }
};

export const forget = (name: string): void => {
  try {
    Taro.removeStorageSync(prefix + name);
  } catch {
    // nothing was kept
  }
};
