import multipart from '@fastify/multipart';
import { platformApi as api } from '@bandeng/shared/platform/api.ts';
import { platformPolicy as policy } from '@bandeng/shared/platform/policy.ts';
import { and, eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { Refused } from '../http/errors.ts';
import { serveRaw } from '../http/serve.ts';
import { mayReadFile } from './may-read-file.ts';
import { isPicture } from './redraw-picture.ts';
import { sendFile } from './send-file.ts';
import { smallPicture } from './small-picture.ts';
import { uploadFile } from './upload.ts';
import { maxFileBytes } from './vault.ts';

export const serveFiles = async (app: FastifyInstance) => {
  const { store, config, clock } = app.deps;
  await app.register(multipart, { limits: { fileSize: maxFileBytes, files: 1, fields: 4, parts: 5 }, throwFileSizeLimit: false });

  serveRaw(app, api.uploadFile, policy.uploadFile, async ({ actor, deps }, request, reply) => {
    const result = await uploadFile(deps, request, actor);
    if (!result.ok) throw new Refused(result.refusal);
    return reply.send(result.value);
  });

  serveRaw(app, api.downloadFile, policy.downloadFile, async ({ params, query, visitor }, _request, reply) => {
    const file = await store.read(async (db) => {
      const { files } = db.t;
      const [found] = await db
        .select()
        .from(files)
        .where(and(eq(files.communityId, params.communityId), eq(files.id, params.fileId)));
      return found && (await mayReadFile(app.deps, db, visitor.actor, found, clock())) ? found : null;
    });
    if (!file) throw new Refused({ code: 'not-found' });
    const small = query.size === 'small' && isPicture(file.type) ? await smallPicture(config.dataDir, file) : null;
    return sendFile(reply, config.dataDir, file, 'private, max-age=3600', small);
  });
};
