import { and, eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { sendFile } from '../files/send-file.ts';
import { Refused } from '../http/errors.ts';
import { checkFilesPath, readCheckToken } from './check-address.ts';

/** Serves a picture or recording to the platform that was asked to check it, for as long as its address is good. */
export const serveCheckFiles = (app: FastifyInstance) => {
  const { config, clock, store, contentCheck } = app.deps;
  if (!contentCheck.checksMedia) return;
  app.get<{ Params: { token: string } }>(`${checkFilesPath}/:token`, { schema: { hide: true } }, async ({ params }, reply) => {
    const asked = readCheckToken(config, params.token, clock());
    const file =
      asked &&
      (await store.read(async (db) => {
        const { files: f } = db.t;
        const here = and(eq(f.communityId, asked.communityId), eq(f.id, asked.fileId));
        return (await db.select().from(f).where(here))[0];
      }));
    if (!file) throw new Refused({ code: 'not-found' });
    return sendFile(reply, config.dataDir, file, 'no-store');
  });
};
