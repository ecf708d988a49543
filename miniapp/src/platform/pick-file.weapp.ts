import Taro from '@tarojs/taro';
import { t } from '../i18n/use-t';
import type { PickedFile, PickOptions, UploadAnswer, UploadOptions } from './picked-file';

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

const pickImages = async (count: number): Promise<PickedFile[]> => {
  const { tempFiles } = await Taro.chooseImage({ count, sizeType: ['compressed'] });
  return tempFiles.map(({ path, size }) => ({ name: nameOf(path), size, source: path }));
};

const documentKinds = ['pdf', 'jpg', 'jpeg', 'png', 'webp'];
const sheetKinds = ['xlsx', 'csv'];
const acceptKinds = { audio: ['mp3', 'm4a', 'aac', 'wav'], chat: [...documentKinds, 'docx', 'xlsx', 'pptx', 'gif'] } as const;

const pickFromChat = async (count: number, extension: string[]): Promise<PickedFile[]> => {
  const { tempFiles } = await Taro.chooseMessageFile({ count, type: 'file', extension });
  return tempFiles.map(({ name, path, size }) => ({ name, size, source: path }));
};

/** Album and camera, or a file from a chat: WeChat has no other way to a document. Empty when the person cancels. */
export const pickFiles = async ({ count, documents, sheets, accept }: PickOptions): Promise<PickedFile[]> => {
  try {
    if (accept !== undefined) return await pickFromChat(count, [...acceptKinds[accept]]);
    if (sheets === true) return await pickFromChat(count, sheetKinds);
    if (!documents) return await pickImages(count);
    const { tapIndex } = await Taro.showActionSheet({ itemList: [t('ui.pickImages'), t('ui.pickDocuments')] });
    return await (tapIndex === 0 ? pickImages(count) : pickFromChat(count, documentKinds));
  } catch {
    return [];
  }
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};

export const sendFile = (file: PickedFile, { address, header, onProgress }: UploadOptions): Promise<UploadAnswer> =>
  new Promise((resolve, reject) => {
    const task = Taro.uploadFile({
      url: API_BASE + address,
      filePath: String(file.source),
      name: 'file',
      fileName: file.name,
      header,
      success: ({ statusCode, data }) => resolve({ status: statusCode, body: parse(data) }),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
    task.progress?.(({ progress }) => onProgress(progress));
  });
