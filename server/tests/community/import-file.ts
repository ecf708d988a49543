import { communityApi as api } from '@bandeng/shared/community/api.ts';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { fillPath } from '@bandeng/shared/kernel/api.ts';
import type { RegisterImport } from '@bandeng/shared/community/schemas.ts';
import { makeCommandId, type TestApp } from '../platform/test-app.ts';
import type { TestCommunity } from './found.ts';

/** Uploads a file as an administrator's browser would. */
export const upload = async (
  t: TestApp,
  c: TestCommunity,
  name: string,
  bytes: Buffer | string,
  account = c.admin,
): Promise<string> => {
  await t.as(account).get(platformApi.me); // renews the sign-in when the clock has passed it
  const boundary = 'parts-of-a-form';
  const disposition = `content-disposition: form-data; name="file"; filename="${encodeURIComponent(name)}"`;
  const head = `--${boundary}\r\n${disposition}\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const response = await t.app.inject({
    method: 'POST',
    url: fillPath(platformApi.uploadFile.path, c.params),
    headers: {
      authorization: `Bearer ${t.as(account).token ?? ''}`,
      'idempotency-key': makeCommandId(),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload,
  });
  const answer = response.json<{ id?: string; error?: { code: string } }>();
  if (answer.id === undefined) throw new Error(`upload refused: ${answer.error?.code ?? response.statusCode}`);
  return answer.id;
};

/** Uploads, and checks by the mapping that was found. */
export const checkFile = async (
  t: TestApp,
  c: TestCommunity,
  name: string,
  bytes: Buffer | string,
): Promise<RegisterImport> => {
  const admin = t.as(c.admin);
  const fileId = await upload(t, c, name, bytes);
  const begun = await admin.post(api.createImport, { params: c.params, body: { fileId } });
  return admin.post(api.checkImport, { params: { ...c.params, importId: begun.id }, body: { mapping: begun.mapping } });
};

/** Uploads, checks, commits and lets the timers apply it. */
export const importFile = async (
  t: TestApp,
  c: TestCommunity,
  name: string,
  bytes: Buffer | string,
  endMissing = false,
): Promise<{ checked: RegisterImport; done: RegisterImport }> => {
  const checked = await checkFile(t, c, name, bytes);
  const params = { ...c.params, importId: checked.id };
  await t.as(c.admin).post(api.commitImport, { params, body: { endMissing } });
  await t.runTimers();
  return { checked, done: await t.as(c.admin).get(api.getImport, { params }) };
};
