import { fillPath } from '@bandeng/shared/kernel/api.ts';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { makeCommandId, type TestApp } from '../platform/test-app.ts';

export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');

const boundary = 'x-boundary-x';

/** Uploads as this account; gives the file's id. */
export const upload = async (
  t: TestApp,
  communityId: string,
  accountId: string,
  content: Buffer,
  name = '照片.png',
): Promise<string> => {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/png\r\n\r\n`;
  const response = await t.app.inject({
    method: 'POST',
    url: fillPath(platformApi.uploadFile.path, { communityId }),
    headers: {
      authorization: `Bearer ${await t.tokenOf(accountId)}`,
      'idempotency-key': makeCommandId(),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
  if (response.statusCode !== 200) throw new Error(`the upload was answered ${response.statusCode} ${response.body}`);
  return response.json<{ id: string }>().id;
};

/** Status of a download. */
export const download = async (t: TestApp, communityId: string, accountId: string, fileId: string): Promise<number> => {
  const url = fillPath(platformApi.downloadFile.path, { communityId, fileId });
  const { statusCode } = await t.app.inject({ url, headers: { authorization: `Bearer ${await t.tokenOf(accountId)}` } });
  return statusCode;
};
