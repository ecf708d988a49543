import { communityApi as api } from '@bandeng/shared/community/api.ts';
import { communityPolicy as policy } from '@bandeng/shared/community/policy.ts';
import { communitySchemas as schemas } from '@bandeng/shared/community/schemas.ts';
import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { ok } from '@bandeng/shared/kernel/refusal.ts';
import type { FastifyInstance } from 'fastify';
import { serveCommand, serveQuery } from '../../platform/http/serve.ts';
import { appointMember } from '../appoint-member.ts';
import { getBody, listBodies } from '../bodies.ts';
import { createBody } from '../create-body.ts';
import { listDuties } from '../duties.ts';
import { endDuty } from '../end-duty.ts';
import { endMembership } from '../end-membership.ts';
import { grantDuty } from '../grant-duty.ts';
import { setHouseholds } from '../set-households.ts';

export const serveBodies = (app: FastifyInstance) => {
  serveQuery(app, api.listBodies, schemas.listBodies, policy.listBodies, async ({ db, params, now }) =>
    ok({ bodies: await listBodies(db, params.communityId, dayAt(now)) }),
  );
  serveCommand(app, api.createBody, schemas.createBody, policy.createBody, async (input) =>
    createBody(input, input.body),
  );
  serveQuery(app, api.getBody, schemas.getBody, policy.getBody, async ({ db, actor, params, now }) =>
    getBody(db, actor, params.bodyId, dayAt(now)),
  );
  serveCommand(app, api.appointMember, schemas.appointMember, policy.appointMember, async (input) =>
    appointMember(input, { bodyId: input.params.bodyId, ...input.body }),
  );
  serveCommand(app, api.endMembership, schemas.endMembership, policy.endMembership, async (input) =>
    endMembership(input, { memberId: input.params.memberId, ...input.body }),
  );
  serveCommand(app, api.setHouseholds, schemas.setHouseholds, policy.setHouseholds, async (input) =>
    setHouseholds(input, { memberId: input.params.memberId, ...input.body }),
  );
  serveQuery(app, api.listDuties, schemas.listDuties, policy.listDuties, async ({ db, params, now }) =>
    ok({ duties: await listDuties(db, params.communityId, dayAt(now)) }),
  );
  serveCommand(app, api.grantDuty, schemas.grantDuty, policy.grantDuty, async (input) => grantDuty(input, input.body));
  serveCommand(app, api.endDuty, schemas.endDuty, policy.endDuty, async (input) =>
    endDuty(input, { dutyId: input.params.dutyId, ...input.body }),
  );
};
