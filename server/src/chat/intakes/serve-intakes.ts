import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { chatPolicy as policy } from '@bandeng/shared/chat/policy.ts';
import { chatSchemas as schemas } from '@bandeng/shared/chat/schemas.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import type { FastifyInstance } from 'fastify';
import { serveCommand, serveQuery } from '../../platform/http/serve.ts';
import { answerIntake } from './answer-intake.ts';
import { checkTitle, createIntake } from './create-intake.ts';
import { seeIntake } from './intake-scope.ts';
import { listIntakes } from './list-intakes.ts';
import { presentIntake } from './present-intake.ts';

/** Messages and words handed on: to the hall as topics, to the committee as cases. */
export const serveIntakes = (app: FastifyInstance): void => {
  serveCommand(app, api.createIntake, schemas.createIntake, policy.createIntake, createIntake, {
    before: checkTitle,
    lock: ({ communityId }) => `intakes:${communityId}`,
  });
  serveQuery(app, api.listIntakes, schemas.listIntakes, policy.listIntakes, async ({ db, actor, query }) =>
    ok(await listIntakes(db, actor, query)),
  );
  serveQuery(app, api.getIntake, schemas.getIntake, policy.getIntake, async ({ db, actor, params }) => {
    const seen = await seeIntake(db, actor, params.intakeId);
    return seen ? ok(await presentIntake(db, seen.scope, seen.row)) : refuse('not-found');
  });
  serveCommand(app, api.answerIntake, schemas.answerIntake, policy.answerIntake, answerIntake, {
    lock: ({ communityId, intakeId }) => `intake:${communityId}/${intakeId}`,
  });
};
