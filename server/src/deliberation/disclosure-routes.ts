import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { deliberationPolicy as policy } from '@bandeng/shared/deliberation/policy.ts';
import { deliberationSchemas as schemas } from '@bandeng/shared/deliberation/schemas.ts';
import { ok } from '@bandeng/shared/kernel/refusal.ts';
import type { FastifyInstance } from 'fastify';
import { checkWording } from '../platform/content-check/check-wording.ts';
import { serveCommand, serveQuery, serveRaw } from '../platform/http/serve.ts';
import type { TimerHandler } from '../platform/jobs/timer-handler.ts';
import { addComment } from './add-comment.ts';
import { addProgress } from './add-progress.ts';
import { answerObjection } from './answer-objection.ts';
import { checkFields } from './check-fields.ts';
import { endDisclosure } from './end-disclosure.ts';
import { fileObjection } from './file-objection.ts';
import { getHome } from './get-home.ts';
import { hideComment } from './hide-comment.ts';
import { listComments } from './list-comments.ts';
import { listMatters } from './list-matters.ts';
import { listRatings } from './list-ratings.ts';
import { matterScope } from './load-matter.ts';
import { markOverdue } from './mark-overdue.ts';
import { getPublicBoard } from './public-board.ts';
import { getPublicDisclosure } from './public-disclosure.ts';
import { getPublicFile } from './public-file.ts';
import { publishOutcome } from './publish-outcome.ts';
import { publishResolution } from './publish-resolution.ts';
import { rateMatter } from './rate-matter.ts';
import { restoreComment } from './restore-comment.ts';
import { serveSheets } from './sheet/serve-sheet.ts';

export const disclosureTimers: Readonly<Record<string, TimerHandler>> = {
  'end-disclosure': endDisclosure,
  'objection-overdue': markOverdue,
};

/** Where the path names the matter, commands queue on it; the others take its lock once they have found it. */
const onMatter = {
  lock: (params: { communityId: string; matterId: string }) => matterScope(params.communityId, params.matterId),
};
const onDisclosure = { lock: (params: { disclosureId: string }) => `disclosure:${params.disclosureId}` };
const onObjection = { lock: (params: { objectionId: string }) => `objection:${params.objectionId}` };
const onComment = { lock: (params: { commentId: string }) => `comment:${params.commentId}` };

/** Disclosures, objections, progress, ratings, comments, home, lists, and what anybody may read without an account. */
export const registerDisclosureRoutes = (app: FastifyInstance): void => {
  serveQuery(app, api.getHome, schemas.getHome, policy.getHome, async ({ db, actor, now }) =>
    ok(await getHome(db, actor, now)),
  );
  serveQuery(app, api.listMatters, schemas.listMatters, policy.listMatters, async ({ db, actor, query, now }) =>
    ok(await listMatters(db, actor, query, now)),
  );
  serveCommand(app, api.publishResolution, schemas.publishResolution, policy.publishResolution, publishResolution, {
    ...onMatter,
    before: (input) => checkFields(input, { text: input.body.text }),
  });
  serveCommand(app, api.fileObjection, schemas.fileObjection, policy.fileObjection, fileObjection, {
    ...onDisclosure,
    before: (input) => checkWording(input, input.body.text, 'text'),
  });
  serveCommand(app, api.answerObjection, schemas.answerObjection, policy.answerObjection, answerObjection, {
    ...onObjection,
    before: (input) => checkWording(input, input.body.answer, 'answer'),
  });
  serveCommand(app, api.addProgress, schemas.addProgress, policy.addProgress, addProgress, {
    ...onMatter,
    before: (input) => checkFields(input, { title: input.body.title, text: input.body.text, payee: input.body.payee }),
  });
  serveCommand(app, api.publishOutcome, schemas.publishOutcome, policy.publishOutcome, publishOutcome, {
    ...onMatter,
    before: (input) => checkFields(input, { text: input.body.text }),
  });
  serveCommand(app, api.rateMatter, schemas.rateMatter, policy.rateMatter, rateMatter, {
    ...onMatter,
    before: (input) => checkFields(input, { text: input.body.text }),
  });
  serveQuery(app, api.listRatings, schemas.listRatings, policy.listRatings, listRatings);
  serveQuery(app, api.listComments, schemas.listComments, policy.listComments, listComments);
  serveCommand(app, api.addComment, schemas.addComment, policy.addComment, addComment, {
    ...onMatter,
    before: (input) => checkWording(input, input.body.text, 'text'),
  });
  serveCommand(app, api.hideComment, schemas.hideComment, policy.hideComment, hideComment, {
    ...onComment,
    before: (input) => checkFields(input, { reason: input.body.reason }),
  });
  serveCommand(app, api.restoreComment, schemas.restoreComment, policy.restoreComment, restoreComment, onComment);
  serveQuery(
    app,
    api.getPublicDisclosure,
    schemas.getPublicDisclosure,
    policy.getPublicDisclosure,
    getPublicDisclosure,
  );
  serveQuery(app, api.getPublicBoard, schemas.getPublicBoard, policy.getPublicBoard, getPublicBoard);
  serveRaw(app, api.getPublicFile, policy.getPublicFile, getPublicFile);
  serveSheets(app);
};
