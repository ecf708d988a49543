import { communityApi as api } from '@bandeng/shared/community/api.ts';
import { communityPolicy as policy } from '@bandeng/shared/community/policy.ts';
import { communitySchemas as schemas } from '@bandeng/shared/community/schemas.ts';
import { ok } from '@bandeng/shared/kernel/refusal.ts';
import type { FastifyInstance } from 'fastify';
import { serveQuery } from '../../platform/http/serve.ts';
import { listMyPhoneReads, listPhoneReads } from '../list-phone-reads.ts';

export const servePhoneReads = (app: FastifyInstance) => {
  serveQuery(app, api.listPhoneReads, schemas.listPhoneReads, policy.listPhoneReads, async ({ db, params, query }) =>
    ok(await listPhoneReads(db, params.communityId, query)),
  );
  serveQuery(app, api.listMyPhoneReads, schemas.listMyPhoneReads, policy.listMyPhoneReads, async ({ db, actor, query }) =>
    ok(await listMyPhoneReads(db, actor, query)),
  );
};
