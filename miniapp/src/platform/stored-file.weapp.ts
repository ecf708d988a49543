import Taro from '@tarojs/taro';
import { errorOfReply, localError } from './api-error';
import { currentToken, refreshTokens } from './session';

const download = (address: string, token: string | null) =>
  Taro.downloadFile({
    url: API_BASE + address,
    header: token === null ? {} : { authorization: `Bearer ${token}` },
  }).catch(() => {
    throw localError('network-lost');
  });

/** Fetches a protected file and returns a local path that the page itself can show. Throws ApiError. */
export const fetchFile = async (address: string): Promise<string> => {
  const token = currentToken();
  let answer = await download(address, token);
  if (answer.statusCode === 401 && token !== null) answer = await download(address, await refreshTokens(token));
  if (answer.statusCode !== 200) throw errorOfReply(answer.statusCode, null);
  return answer.tempFilePath;
};

/** Opens an image in the viewer and a document in WeChat's reader. */
export const showFile = async (address: string, name: string): Promise<void> => {
  const path = await fetchFile(address);
  if (/\.(jpe?g|png|webp)$/i.test(name)) await Taro.previewImage({ urls: [path] });
  else await Taro.openDocument({ filePath: path, showMenu: true });
};
