import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { deliberationPolicy as policy } from '@bandeng/shared/deliberation/policy.ts';
import { deliberationSchemas as schemas } from '@bandeng/shared/deliberation/schemas.ts';
import type { FastifyInstance } from 'fastify';
import { serveCommand, serveQuery } from '../platform/http/serve.ts';
import { addCoauthor } from './add-coauthor.ts';
import { amendMatter } from './amend-matter.ts';
import { checkFields, checkProposal } from './check-fields.ts';
import { createDraft } from './create-draft.ts';
import { discardDraft } from './discard-draft.ts';
import { editDraft } from './edit-draft.ts';
import { endMatter } from './end-matter.ts';
import { getMatter } from './get-matter.ts';
import { listRecord } from './list-record.ts';
import { matterScope } from './load-matter.ts';
import { removeCoauthor } from './remove-coauthor.ts';
import { reviseMatter } from './revise-matter.ts';
import { submitMatter } from './submit-matter.ts';
import { verifyRecord } from './verify-record.ts';
import { withdrawMatter } from './withdraw-matter.ts';

/** Writes on one matter wait for each other, in every process. */
export const onMatter = {
  lock: ({ communityId, matterId }: { communityId: string; matterId: string }) => matterScope(communityId, matterId),
};

export const serveMatters = (app: FastifyInstance): void => {
  serveQuery(app, api.getMatter, schemas.getMatter, policy.getMatter, getMatter);
  serveCommand(app, api.createDraft, schemas.createDraft, policy.createDraft, createDraft, { before: checkProposal });
  serveCommand(app, api.editDraft, schemas.editDraft, policy.editDraft, editDraft, { ...onMatter, before: checkProposal });
  serveCommand(app, api.discardDraft, schemas.discardDraft, policy.discardDraft, discardDraft, onMatter);
  serveCommand(app, api.addCoauthor, schemas.addCoauthor, policy.addCoauthor, addCoauthor, onMatter);
  serveCommand(app, api.removeCoauthor, schemas.removeCoauthor, policy.removeCoauthor, removeCoauthor, onMatter);
  serveCommand(app, api.submitMatter, schemas.submitMatter, policy.submitMatter, submitMatter, onMatter);
  serveCommand(app, api.withdrawMatter, schemas.withdrawMatter, policy.withdrawMatter, withdrawMatter, {
    ...onMatter,
    before: (input) => checkFields(input, { reason: input.body.reason }),
  });
  serveCommand(app, api.amendMatter, schemas.amendMatter, policy.amendMatter, amendMatter, { ...onMatter, before: checkProposal });
  serveCommand(app, api.reviseMatter, schemas.reviseMatter, policy.reviseMatter, reviseMatter, { ...onMatter, before: checkProposal });
  serveCommand(app, api.endMatter, schemas.endMatter, policy.endMatter, endMatter, {
    ...onMatter,
    before: (input) => checkFields(input, { reason: input.body.reason }),
  });
  serveQuery(app, api.listRecord, schemas.listRecord, policy.listRecord, listRecord);
  serveQuery(app, api.verifyRecord, schemas.verifyRecord, policy.verifyRecord, verifyRecord);
};
