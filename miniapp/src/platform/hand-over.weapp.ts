import Taro from '@tarojs/taro';
import type { TextFile } from './text-file';

/** A mini-program has no downloads: the text goes to the clipboard. Resolves to what was done. */
export const handOver = async ({ text }: TextFile): Promise<'saved' | 'copied'> => {
  await Taro.setClipboardData({ data: text });
  return 'copied';
};
