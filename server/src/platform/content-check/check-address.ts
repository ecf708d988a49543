import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '../../config.ts';

export interface CheckedFile {
  readonly communityId: string;
  readonly fileId: string;
}

type Signing = Pick<Config, 'jwtSecret'>;

/** Path of the route that serves files to the platform that checks them. */
export const checkFilesPath = '/api/check-files';
/** WeChat fetches within minutes; it is given the time in which it promises an answer. */
const lifeMs = 30 * 60_000;

const sign = ({ jwtSecret }: Signing, text: string): Buffer =>
  createHmac('sha256', jwtSecret).update(`check-file\n${text}`).digest();

/** A public address of one file, good for half an hour. */
export const makeCheckAddress = (config: Signing & Pick<Config, 'publicUrl'>, file: CheckedFile, now: number): string => {
  const text = `${file.communityId}.${file.fileId}.${now + lifeMs}`;
  return `${config.publicUrl}${checkFilesPath}/${text}.${sign(config, text).toString('base64url')}`;
};

/** The file that a token opens, or null when it was not made here or has expired. */
export const readCheckToken = (config: Signing, token: string, now: number): CheckedFile | null => {
  const [communityId, fileId, expiry, signature, ...rest] = token.split('.');
  if (communityId === undefined || fileId === undefined || expiry === undefined || signature === undefined || rest.length > 0) return null;
  const given = Buffer.from(signature, 'base64url');
  const expected = sign(config, `${communityId}.${fileId}.${expiry}`);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return Number(expiry) > now ? { communityId, fileId } : null;
};
