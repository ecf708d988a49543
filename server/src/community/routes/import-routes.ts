import { communityApi as api } from '@bandeng/shared/community/api.ts';
import { communityPolicy as policy } from '@bandeng/shared/community/policy.ts';
import { communitySchemas as schemas } from '@bandeng/shared/community/schemas.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import type { FastifyInstance } from 'fastify';
import { serveCommand, serveQuery, type CommandInput } from '../../platform/http/serve.ts';
import { cancelImport } from '../imports/cancel-import.ts';
import { checkImport, dryRun, type DryRun } from '../imports/check-import.ts';
import { commitImport } from '../imports/commit-import.ts';
import { createImport, lookAtFile, type FirstLook } from '../imports/create-import.ts';
import { listRejectedRows } from '../imports/list-rejected.ts';
import { listImports, readImport } from '../imports/report.ts';

export const serveImports = (app: FastifyInstance) => {
  serveQuery(app, api.listImports, schemas.listImports, policy.listImports, async ({ db, params }) =>
    ok({ imports: await listImports(db, params.communityId) }),
  );
  serveCommand(
    app,
    api.createImport,
    schemas.createImport,
    policy.createImport,
    async (input: CommandInput<typeof api.createImport, FirstLook>) => createImport(input, input.before),
    { before: async ({ deps, actor, body }) => lookAtFile(deps, actor, body.fileId) },
  );
  serveQuery(app, api.getImport, schemas.getImport, policy.getImport, async ({ db, params }) => {
    const found = await readImport(db, params.communityId, params.importId);
    return found === null ? refuse('not-found') : ok(found);
  });
  serveCommand(
    app,
    api.checkImport,
    schemas.checkImport,
    policy.checkImport,
    async (input: CommandInput<typeof api.checkImport, DryRun>) =>
      checkImport(input, input.params.importId, input.before),
    { before: async ({ deps, actor, params, body }) => dryRun(deps, actor, params.importId, body) },
  );
  serveQuery(
    app,
    api.listRejectedRows,
    schemas.listRejectedRows,
    policy.listRejectedRows,
    async ({ db, params, query }) => listRejectedRows(db, params.communityId, params.importId, query),
  );
  serveCommand(app, api.commitImport, schemas.commitImport, policy.commitImport, async (input) =>
    commitImport(input, { importId: input.params.importId, ...input.body }),
  );
  serveCommand(app, api.cancelImport, schemas.cancelImport, policy.cancelImport, async (input) =>
    cancelImport(input, input.params.importId),
  );
};
