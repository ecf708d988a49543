import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import { and, eq } from 'drizzle-orm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendFile } from '../platform/files/send-file.ts';
import { Refused } from '../platform/http/errors.ts';
import type { Input } from '../platform/http/serve.ts';
import type { Db } from '../platform/store/store.ts';
import { readText } from './load-notice.ts';
import { findPublicNotice } from './public-notice.ts';

/** A file is public as long as the version in force carries it. */
const findFile = async (db: Db, token: string, fileId: string) => {
  const found = await findPublicNotice(db, token);
  if (found?.notice.status !== 'published') return undefined;
  const { fileIds } = await readText(db, found.notice);
  if (!fileIds.includes(fileId)) return undefined;
  const { files: f } = db.t;
  const [file] = await db
    .select()
    .from(f)
    .where(and(eq(f.communityId, found.notice.communityId), eq(f.id, fileId)));
  return file;
};

export const getPublicNoticeFile = async (
  { params, deps }: Input<typeof bulletinApi.getPublicNoticeFile>,
  _request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const file = await deps.store.read((db) => findFile(db, params.noticeToken, params.fileId));
  if (!file) throw new Refused({ code: 'not-found' });
  return sendFile(reply, deps.config.dataDir, file, 'public, max-age=3600');
};
