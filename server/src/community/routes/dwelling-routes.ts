import { communityApi as api } from '@bandeng/shared/community/api.ts';
import { communityPolicy as policy } from '@bandeng/shared/community/policy.ts';
import { communitySchemas as schemas } from '@bandeng/shared/community/schemas.ts';
import { ok } from '@bandeng/shared/kernel/refusal.ts';
import type { FastifyInstance } from 'fastify';
import { serveCommand, serveQuery } from '../../platform/http/serve.ts';
import { addTenure } from '../add-tenure.ts';
import { getDwelling, listDwellings } from '../dwelling-reads.ts';
import { endTenure } from '../end-tenure.ts';
import { recordPhoneReads, type SeenPhone } from '../record-phone-reads.ts';
import { listResidents } from '../residents.ts';

const withPhone = <R extends { readonly phone: string | null }>(rows: readonly R[], idOf: (row: R) => string): SeenPhone[] =>
  rows.filter(({ phone }) => phone !== null).map((row) => ({ kind: 'resident', id: idOf(row) }));

export const serveDwellings = (app: FastifyInstance) => {
  serveQuery(app, api.listDwellings, schemas.listDwellings, policy.listDwellings, async ({ db, actor, query }) =>
    ok(await listDwellings(db, actor, query)),
  );
  serveQuery(
    app,
    api.getDwelling,
    schemas.getDwelling,
    policy.getDwelling,
    async ({ db, actor, params }) => getDwelling(db, actor, params.dwellingId),
    { afterwards: (input, { tenures }) => recordPhoneReads(input, 'dwelling', withPhone(tenures, ({ residentId }) => residentId)) },
  );
  serveCommand(app, api.addTenure, schemas.addTenure, policy.addTenure, async (input) =>
    addTenure(input, { dwellingId: input.params.dwellingId, ...input.body }),
  );
  serveCommand(app, api.endTenure, schemas.endTenure, policy.endTenure, async (input) =>
    endTenure(input, { tenureId: input.params.tenureId, ...input.body }),
  );
  serveQuery(
    app,
    api.listResidents,
    schemas.listResidents,
    policy.listResidents,
    async ({ db, actor, query, now }) => ok(await listResidents(db, actor, query, now)),
    { afterwards: (input, { items }) => recordPhoneReads(input, 'residents', withPhone(items, ({ id }) => id)) },
  );
};
