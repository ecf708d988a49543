import { outreachApi as api } from '@bandeng/shared/outreach/api.ts';
import { outreachPolicy as policy } from '@bandeng/shared/outreach/policy.ts';
import { outreachSchemas as schemas } from '@bandeng/shared/outreach/schemas.ts';
import { ok } from '@bandeng/shared/kernel/refusal.ts';
import type { Engine } from '../platform/engine.ts';
import { serveCommand, serveQuery } from '../platform/http/serve.ts';
import { startDispatcher } from './dispatch.ts';
import { getOutreach } from './get-outreach.ts';
import { giveConsents } from './give-consents.ts';
import { setChoices } from './set-choices.ts';
import { consentAnswered, consentWithdrawn, messageSent } from './wechat-events.ts';

/** What members are told while the app is closed: their choices, their consents, and the outbox. */
export const outreachEngine: Engine = {
  name: 'outreach',
  serve: (app) => {
    const own = { lock: ({ communityId }: { communityId: string }) => `outreach:${communityId}` };
    serveQuery(app, api.getOutreach, schemas.getOutreach, policy.getOutreach, async ({ db, deps, actor }) =>
      ok(await getOutreach(db, deps, actor)),
    );
    serveCommand(app, api.setChoices, schemas.setChoices, policy.setChoices, (input) => setChoices(input, input.body.choices), own);
    serveCommand(app, api.giveConsents, schemas.giveConsents, policy.giveConsents, (input) => giveConsents(input, input.body), own);
  },
  wechatEvents: {
    subscribe_msg_popup_event: consentAnswered,
    subscribe_msg_change_event: consentWithdrawn,
    subscribe_msg_sent_event: messageSent,
  },
  background: startDispatcher,
};
