import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { and, eq } from 'drizzle-orm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendFile } from '../platform/files/send-file.ts';
import { Refused } from '../platform/http/errors.ts';
import type { Input } from '../platform/http/serve.ts';
import type { Db } from '../platform/store/store.ts';
import { findPublished } from './public-disclosure.ts';

/** A file is public when the notice carries it, or the progress that is published with the notice. */
const findPublicFile = async (db: Db, token: string, fileId: string) => {
  const found = await findPublished(db, token);
  if (!found) return undefined;
  const { communityId, matterId, fileIds } = found.disclosure;
  const { files, progressEntries: p } = db.t;
  const progress = await db
    .select({ fileIds: p.fileIds })
    .from(p)
    .where(and(eq(p.communityId, communityId), eq(p.matterId, matterId)));
  if (![fileIds, ...progress.map((entry) => entry.fileIds)].some((ids) => ids.includes(fileId))) return undefined;
  const [file] = await db
    .select()
    .from(files)
    .where(and(eq(files.communityId, communityId), eq(files.id, fileId)));
  return file;
};

export const getPublicFile = async (
  { params, deps }: Input<typeof deliberationApi.getPublicFile>,
  _request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const file = await deps.store.read((db) => findPublicFile(db, params.token, params.fileId));
  if (!file) throw new Refused({ code: 'not-found' });
  return sendFile(reply, deps.config.dataDir, file, 'public, max-age=3600');
};
