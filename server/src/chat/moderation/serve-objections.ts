import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { chatPolicy as policy } from '@bandeng/shared/chat/policy.ts';
import { chatSchemas as schemas } from '@bandeng/shared/chat/schemas.ts';
import { ok } from '@bandeng/shared/kernel/refusal.ts';
import type { FastifyInstance } from 'fastify';
import { serveCommand, serveQuery } from '../../platform/http/serve.ts';
import { seqOf } from '../message-seq.ts';
import { onGroup } from '../routes/group-routes.ts';
import { appealDeletion } from './appeal-deletion.ts';
import { heldScope } from './held-rows.ts';
import { listMyAppeals } from './list-appeals.ts';
import { listMyHeld } from './list-held.ts';
import { muteMember } from './mute-member.ts';
import { reportMessage } from './report-message.ts';
import { withdrawHeld } from './withdraw-held.ts';

const at = ({ groupId, messageSeq }: { groupId: string; messageSeq: string }) => ({ groupId, seq: seqOf(messageSeq) });

/** What happens within a group: objecting to a message, or to its deletion; silencing a member; one's own that wait. */
export const serveObjections = (app: FastifyInstance): void => {
  serveQuery(app, api.listMyHeld, schemas.listMyHeld, policy.listMyHeld, async ({ db, actor, query }) =>
    ok({ items: await listMyHeld(db, actor, query.groupId) }),
  );
  serveQuery(app, api.listMyAppeals, schemas.listMyAppeals, policy.listMyAppeals, async ({ db, actor }) =>
    ok({ items: await listMyAppeals(db, actor) }),
  );
  serveCommand(
    app,
    api.withdrawHeld,
    schemas.withdrawHeld,
    policy.withdrawHeld,
    (input) => withdrawHeld(input, input.params.heldId),
    { lock: heldScope },
  );
  serveCommand(
    app,
    api.reportMessage,
    schemas.reportMessage,
    policy.reportMessage,
    (input) => reportMessage(input, { ...at(input.params), ...input.body }),
    onGroup,
  );
  serveCommand(
    app,
    api.appealDeletion,
    schemas.appealDeletion,
    policy.appealDeletion,
    (input) => appealDeletion(input, { ...at(input.params), ...input.body }),
    onGroup,
  );
  serveCommand(
    app,
    api.muteMember,
    schemas.muteMember,
    policy.muteMember,
    (input) => muteMember(input, { ...input.params, ...input.body }),
    onGroup,
  );
};
