import { bulletinApi as api } from '@bandeng/shared/bulletin/api.ts';
import { bulletinPolicy as policy } from '@bandeng/shared/bulletin/policy.ts';
import { bulletinSchemas as schemas } from '@bandeng/shared/bulletin/schemas.ts';
import { ok } from '@bandeng/shared/kernel/refusal.ts';
import type { FastifyInstance } from 'fastify';
import { serveCommand, serveQuery } from '../../platform/http/serve.ts';
import { assignKnocks } from '../assign-knocks.ts';
import { getDelivery } from '../get-delivery.ts';
import { listDwellingDelivery } from '../list-dwelling-delivery.ts';
import { listMyKnocks } from '../list-my-knocks.ts';
import { recordKnock } from '../record-knock.ts';
import { remindDwelling } from '../remind-dwelling.ts';
import { remindReaders } from '../remind-readers.ts';
import { remindUnit } from '../remind-unit.ts';
import { onNotice } from './writing-routes.ts';

/** How far a notice came, and what is done about it. */
export const serveDelivery = (app: FastifyInstance): void => {
  serveQuery(app, api.getDelivery, schemas.getDelivery, policy.getDelivery, getDelivery);
  serveQuery(app, api.listDwellingDelivery, schemas.listDwellingDelivery, policy.listDwellingDelivery, listDwellingDelivery);
  serveCommand(app, api.remindReaders, schemas.remindReaders, policy.remindReaders, remindReaders, onNotice);
  serveCommand(app, api.remindDwelling, schemas.remindDwelling, policy.remindDwelling, remindDwelling, onNotice);
  serveCommand(app, api.remindUnit, schemas.remindUnit, policy.remindUnit, remindUnit, onNotice);
  serveCommand(app, api.assignKnocks, schemas.assignKnocks, policy.assignKnocks, assignKnocks, onNotice);
  serveQuery(app, api.listMyKnocks, schemas.listMyKnocks, policy.listMyKnocks, async ({ db, actor, query, now }) =>
    ok(await listMyKnocks(db, actor, query, now)),
  );
  serveCommand(app, api.recordKnock, schemas.recordKnock, policy.recordKnock, recordKnock, onNotice);
};
