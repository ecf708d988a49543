import Taro from '@tarojs/taro';
import type { PickedFile } from '@/platform/picked-file';
import { forget, readStored, store } from '@/platform/storage';

/** Files that wait to be sent: what WeChat hands over is gone after a restart, so it is moved to the app's own files. */
const key = (name: string): string => `outbox-file.${name}`;

export const keepFile = async (name: string, file: PickedFile): Promise<void> => {
  const path = await new Promise<string>((resolve) =>
    Taro.getFileSystemManager().saveFile({
      tempFilePath: String(file.source),
      success: ({ savedFilePath }) => resolve(savedFilePath),
      // The room for kept files may be used up: then it lasts until the app is closed.
      fail: () => resolve(String(file.source)),
    }),
  );
  store(key(name), { ...file, source: path });
};

const exists = (path: string): boolean => {
  try {
    Taro.getFileSystemManager().accessSync(path);
    return true;
  } catch {
    return false;
  }
};

export const findFile = (name: string): Promise<PickedFile | null> => {
  const file = readStored<PickedFile>(key(name));
  return Promise.resolve(file !== null && exists(String(file.source)) ? file : null);
};

export const dropFile = (name: string): Promise<void> => {
  const file = readStored<PickedFile>(key(name));
  forget(key(name));
  if (file !== null) Taro.getFileSystemManager().removeSavedFile({ filePath: String(file.source), fail: () => undefined });
  return Promise.resolve();
};

export const addressOfFile = (file: PickedFile): string => String(file.source);

export const releaseAddress = (_: string): void => undefined;
