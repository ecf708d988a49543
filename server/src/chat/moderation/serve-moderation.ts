import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { chatPolicy as policy } from '@bandeng/shared/chat/policy.ts';
import { chatSchemas as schemas } from '@bandeng/shared/chat/schemas.ts';
import { ok } from '@bandeng/shared/kernel/refusal.ts';
import type { FastifyInstance } from 'fastify';
import { serveCommand, serveQuery } from '../../platform/http/serve.ts';
import { decideAppeal } from './decide-appeal.ts';
import { decideHeld } from './decide-held.ts';
import { decideReport } from './decide-report.ts';
import { heldScope } from './held-rows.ts';
import { listAppeals } from './list-appeals.ts';
import { listHeld } from './list-held.ts';
import { listModerationLog } from './list-moderation-log.ts';
import { listReports } from './list-reports.ts';
import { serveObjections } from './serve-objections.ts';

/** Commands lock the group once they know which it is; until then only decisions about the same thing wait. */
const onOne = <K extends 'reportId' | 'appealId'>(kind: K) => ({
  lock: (params: Record<K | 'communityId', string>) => `${kind}:${params.communityId}/${params[kind]}`,
});

/** Keeping order: what waits for a decision, deciding, and the log of it. */
export const serveModeration = (app: FastifyInstance): void => {
  serveObjections(app);
  serveQuery(app, api.listHeld, schemas.listHeld, policy.listHeld, async ({ db, actor, query }) =>
    ok(await listHeld(db, actor, query)),
  );
  serveCommand(
    app,
    api.decideHeld,
    schemas.decideHeld,
    policy.decideHeld,
    (input) => decideHeld(input, { ...input.params, ...input.body }),
    { lock: heldScope },
  );
  serveQuery(app, api.listReports, schemas.listReports, policy.listReports, async ({ db, actor, query }) =>
    ok(await listReports(db, actor, query)),
  );
  serveCommand(
    app,
    api.decideReport,
    schemas.decideReport,
    policy.decideReport,
    (input) => decideReport(input, { ...input.params, ...input.body }),
    onOne('reportId'),
  );
  serveQuery(app, api.listAppeals, schemas.listAppeals, policy.listAppeals, async ({ db, actor, query }) =>
    ok(await listAppeals(db, actor, query)),
  );
  serveCommand(
    app,
    api.decideAppeal,
    schemas.decideAppeal,
    policy.decideAppeal,
    (input) => decideAppeal(input, { ...input.params, ...input.body }),
    onOne('appealId'),
  );
  const { listModerationLog: log } = schemas;
  serveQuery(app, api.listModerationLog, log, policy.listModerationLog, async ({ db, actor, query }) =>
    ok(await listModerationLog(db, actor, query)),
  );
};
