import { communityApi as api } from '@bandeng/shared/community/api.ts';
import { communityPolicy as policy } from '@bandeng/shared/community/policy.ts';
import { communitySchemas as schemas } from '@bandeng/shared/community/schemas.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import type { FastifyInstance } from 'fastify';
import { serveCommand, serveQuery } from '../../platform/http/serve.ts';
import { listAreas, listPlacements } from '../areas.ts';
import { createArea } from '../create-area.ts';
import { redrawArea } from '../redraw-area.ts';

export const serveAreas = (app: FastifyInstance) => {
  serveQuery(app, api.listAreas, schemas.listAreas, policy.listAreas, async ({ db, params }) =>
    ok({ areas: await listAreas(db, params.communityId) }),
  );
  serveCommand(app, api.createArea, schemas.createArea, policy.createArea, async (input) =>
    createArea(input, input.body),
  );
  serveCommand(app, api.redrawArea, schemas.redrawArea, policy.redrawArea, async (input) =>
    redrawArea(input, { areaId: input.params.areaId, ...input.body }),
  );
  serveQuery(
    app,
    api.listAreaPlacements,
    schemas.listAreaPlacements,
    policy.listAreaPlacements,
    async ({ db, params }) => {
      const placements = await listPlacements(db, params.communityId, params.areaId);
      return placements === null ? refuse('not-found') : ok({ placements });
    },
  );
};
