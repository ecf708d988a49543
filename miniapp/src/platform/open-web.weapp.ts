import Taro from '@tarojs/taro';

/** A mini-program opens no web pages: the address goes to the clipboard. Resolves to what was done. */
export const openWeb = async (address: string): Promise<'opened' | 'copied'> => {
  await Taro.setClipboardData({ data: address });
  return 'copied';
};
