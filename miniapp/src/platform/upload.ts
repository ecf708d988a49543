import { platformApi } from '@bandeng/shared/platform/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { addressOf } from './address';
import { ApiError, errorOfReply, localError } from './api-error';
import { makeCommandId } from './command-id';
import { sendFile } from './pick-file';
import type { PickedFile, UploadAnswer } from './picked-file';
import { currentToken, refreshTokens } from './session';
import { wait } from './wait';

export type StoredFile = Reply<typeof platformApi.uploadFile>;

const pauses = [1000, 3000];

/**
 * Uploads one file, again under the same command id when the connection is lost.
 * @param sentAs a command id of the caller's, for an upload that is taken up again after a restart
 * @throws ApiError
 */
export const uploadFile = async (
  communityId: string,
  file: PickedFile,
  onProgress: (percent: number) => void,
  sentAs?: string,
): Promise<StoredFile> => {
  const address = addressOf(platformApi.uploadFile, { params: { communityId } });
  const commandId = sentAs ?? (await makeCommandId());
  const once = (token: string | null): Promise<UploadAnswer> =>
    sendFile(file, {
      address,
      onProgress,
      header: { 'idempotency-key': commandId, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    });
  const attempt = async (): Promise<UploadAnswer> => {
    const token = currentToken();
    const answer = await once(token);
    if (answer.status !== 401 || token === null) return answer;
    const renewed = await refreshTokens(token);
    return renewed === null ? answer : once(renewed);
  };
  for (let round = 0; ; round++) {
    try {
      const { status, body } = await attempt();
      if (status >= 200 && status < 300) return body as StoredFile;
      throw errorOfReply(status, body);
    } catch (error) {
      if (error instanceof ApiError) throw error;
      const pause = pauses[round];
      if (pause === undefined) throw localError('network-lost');
      await wait(pause);
    }
  }
};
