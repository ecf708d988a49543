import { bulletinApi as api } from '@bandeng/shared/bulletin/api.ts';
import { bulletinPolicy as policy } from '@bandeng/shared/bulletin/policy.ts';
import { bulletinSchemas as schemas } from '@bandeng/shared/bulletin/schemas.ts';
import { ok } from '@bandeng/shared/kernel/refusal.ts';
import type { FastifyInstance } from 'fastify';
import { serveCommand, serveQuery, serveRaw } from '../../platform/http/serve.ts';
import { readChannelSeq } from '../../platform/realtime/publish.ts';
import { acknowledgeNotice } from '../acknowledge-notice.ts';
import { listNotices, listNoticeTodo } from '../list-notices.ts';
import { markNoticeRead } from '../mark-read.ts';
import { getPublicNoticeFile } from '../public-file.ts';
import { getPublicNotice } from '../public-notice.ts';
import { replyNotice } from '../reply-notice.ts';
import { getNoticeSheet } from '../sheet/serve-notice-sheet.ts';
import { onNotice } from './writing-routes.ts';

/** What readers do, with an account and without. */
export const serveReading = (app: FastifyInstance): void => {
  serveQuery(app, api.listNotices, schemas.listNotices, policy.listNotices, async ({ db, actor, query, now }) =>
    ok(await listNotices(db, actor, query, now)),
  );
  serveQuery(app, api.listNoticeTodo, schemas.listNoticeTodo, policy.listNoticeTodo, async ({ db, actor, now }) => {
    // First: what happens between the two reads is then told twice rather than never.
    const cursor = await readChannelSeq(db, actor.communityId, `me:${actor.residentId}`);
    return ok({ items: await listNoticeTodo(db, actor, now), cursor });
  });
  serveQuery(app, api.getNotice, schemas.getNotice, policy.getNotice, ({ db, actor, params, now }) =>
    replyNotice(db, actor, params.noticeId, now),
  );
  serveCommand(app, api.markNoticeRead, schemas.markNoticeRead, policy.markNoticeRead, markNoticeRead, onNotice);
  serveCommand(app, api.acknowledgeNotice, schemas.acknowledgeNotice, policy.acknowledgeNotice, acknowledgeNotice, onNotice);
  serveQuery(app, api.getPublicNotice, schemas.getPublicNotice, policy.getPublicNotice, getPublicNotice);
  serveRaw(app, api.getPublicNoticeFile, policy.getPublicNoticeFile, getPublicNoticeFile);
  serveRaw(app, api.getNoticeSheet, policy.getNoticeSheet, getNoticeSheet);
};
