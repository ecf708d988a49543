import { bulletinApi as api } from '@bandeng/shared/bulletin/api.ts';
import { bulletinPolicy as policy } from '@bandeng/shared/bulletin/policy.ts';
import { bulletinSchemas as schemas } from '@bandeng/shared/bulletin/schemas.ts';
import { ok } from '@bandeng/shared/kernel/refusal.ts';
import type { FastifyInstance } from 'fastify';
import { serveCommand, serveQuery } from '../../platform/http/serve.ts';
import { checkText, createNotice } from '../create-notice.ts';
import { checkCorrection, correctNotice } from '../correct-notice.ts';
import { discardNotice } from '../discard-notice.ts';
import { editNotice } from '../edit-notice.ts';
import { getAudience } from '../get-audience.ts';
import { listScopes } from '../list-scopes.ts';
import { listWrittenNotices } from '../list-written.ts';
import { noticeScope } from '../load-notice.ts';
import { publishNotice } from '../publish-notice.ts';
import { unscheduleNotice } from '../unschedule-notice.ts';
import { checkReason, withdrawNotice } from '../withdraw-notice.ts';

/** Writes on one notice wait for each other, in every process. */
export const onNotice = {
  lock: ({ communityId, noticeId }: { communityId: string; noticeId: string }) => noticeScope(communityId, noticeId),
};

/** Writing, publishing, correcting and withdrawing. */
export const serveWriting = (app: FastifyInstance): void => {
  serveQuery(app, api.listWrittenNotices, schemas.listWrittenNotices, policy.listWrittenNotices, async ({ db, actor, query, now }) =>
    ok(await listWrittenNotices(db, actor, query, now)),
  );
  serveCommand(app, api.createNotice, schemas.createNotice, policy.createNotice, createNotice, { before: checkText });
  serveCommand(app, api.editNotice, schemas.editNotice, policy.editNotice, editNotice, { ...onNotice, before: checkText });
  serveCommand(app, api.discardNotice, schemas.discardNotice, policy.discardNotice, discardNotice, onNotice);
  serveQuery(app, api.getAudience, schemas.getAudience, policy.getAudience, getAudience);
  serveQuery(app, api.listScopes, schemas.listScopes, policy.listScopes, async ({ db, actor }) => ok(await listScopes(db, actor)));
  serveCommand(app, api.publishNotice, schemas.publishNotice, policy.publishNotice, publishNotice, onNotice);
  serveCommand(app, api.unscheduleNotice, schemas.unscheduleNotice, policy.unscheduleNotice, unscheduleNotice, onNotice);
  serveCommand(app, api.correctNotice, schemas.correctNotice, policy.correctNotice, correctNotice, { ...onNotice, before: checkCorrection });
  serveCommand(app, api.withdrawNotice, schemas.withdrawNotice, policy.withdrawNotice, withdrawNotice, { ...onNotice, before: checkReason });
};
