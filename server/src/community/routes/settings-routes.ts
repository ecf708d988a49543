import { communityApi as api } from '@bandeng/shared/community/api.ts';
import { communityPolicy as policy } from '@bandeng/shared/community/policy.ts';
import { communitySchemas as schemas } from '@bandeng/shared/community/schemas.ts';
import { ok } from '@bandeng/shared/kernel/refusal.ts';
import type { FastifyInstance } from 'fastify';
import { serveCommand, serveQuery } from '../../platform/http/serve.ts';
import { setCalendarDay } from '../set-calendar-day.ts';
import { listCalendarDays, loadSettings, presentParameters } from '../settings.ts';
import { updateSettings } from '../update-settings.ts';

export const serveSettings = (app: FastifyInstance) => {
  serveQuery(app, api.getSettings, schemas.getSettings, policy.getSettings, async ({ db, params }) => {
    const settings = await loadSettings(db, params.communityId);
    return ok({ settings, parameters: presentParameters(settings) });
  });
  serveCommand(app, api.updateSettings, schemas.updateSettings, policy.updateSettings, async (input) =>
    updateSettings(input, input.body),
  );
  serveQuery(
    app,
    api.listCalendarDays,
    schemas.listCalendarDays,
    policy.listCalendarDays,
    async ({ db, params, query }) => ok({ days: await listCalendarDays(db, params.communityId, query.year) }),
  );
  serveCommand(app, api.setCalendarDay, schemas.setCalendarDay, policy.setCalendarDay, async (input) =>
    setCalendarDay(input, input.body),
  );
};
