import { communityApi as api } from '@bandeng/shared/community/api.ts';
import { communityPolicy as policy } from '@bandeng/shared/community/policy.ts';
import { communitySchemas as schemas } from '@bandeng/shared/community/schemas.ts';
import { ok } from '@bandeng/shared/kernel/refusal.ts';
import type { FastifyInstance } from 'fastify';
import { serveCommand, serveQuery } from '../../platform/http/serve.ts';
import { moveOut } from '../end-tenure.ts';
import { exportMine } from '../export-mine.ts';
import { getMyPlace } from '../my-place.ts';
import { setMyAlias } from '../set-my-alias.ts';

export const serveMine = (app: FastifyInstance) => {
  serveQuery(app, api.getMyPlace, schemas.getMyPlace, policy.getMyPlace, async ({ db, actor, now }) =>
    ok(await getMyPlace(db, actor, now)),
  );
  serveCommand(app, api.setMyAlias, schemas.setMyAlias, policy.setMyAlias, async (input) =>
    setMyAlias(input, input.body.alias),
  );
  serveCommand(app, api.moveOut, schemas.moveOut, policy.moveOut, async (input) =>
    moveOut(input, { tenureId: input.params.tenureId, ...input.body }),
  );
  serveQuery(app, api.exportMine, schemas.exportMine, policy.exportMine, async ({ db, actor, now }) =>
    ok(await exportMine(db, actor, now)),
  );
};
