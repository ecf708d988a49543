import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { freezeRules } from '@bandeng/shared/deliberation/freeze-rules.ts';
import type { Assembly } from '@bandeng/shared/deliberation/vocabulary.ts';
import { findWorkflow } from '@bandeng/shared/deliberation/workflows/index.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { eq } from 'drizzle-orm';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import type { Tx } from '../platform/store/store.ts';
import { attachFiles } from './attach-files.ts';
import { contentOf, isComplete, keepVersion } from './content.ts';
import { versionsChanged } from './matter-events.ts';
import { nextMatterNumber } from './number-matter.ts';
import { matterReply } from './publish-events.ts';
import { listCoauthors } from './read-matter.ts';
import { requireAllowed } from './require-allowed.ts';
import type { MatterRow } from './rows.ts';
import { lockVisibleMatter } from './see-matter.ts';
import { stepMatter } from './stage-flow.ts';

type SubmitMatter = typeof deliberationApi.submitMatter;

/** The rules by which a matter will be decided: its workflow with the community's parameters as they stand now. */
export const freezeRulesFor = async (tx: Tx, matter: MatterRow, assembly: Assembly): Promise<Result<MatterRow['rules']>> => {
  const { communities } = tx.t;
  const [found] = await tx
    .select({ rules: communities.rules })
    .from(communities)
    .where(eq(communities.id, matter.communityId));
  const workflow = findWorkflow(matter.workflowId, matter.workflowVersion);
  if (!workflow) throw new Error(`no workflow ${matter.workflowId} ${matter.workflowVersion}`);
  return freezeRules(workflow, assembly, found?.rules);
};

/** Numbers the matter, freezes its rules, keeps its first version and opens stage 1. */
export const submitMatter = async (input: CommandInput<SubmitMatter>): Promise<CommandResult<Reply<SubmitMatter>>> => {
  const { tx, actor, params, body, now } = input;
  const { communityId, residentId } = actor;
  const matter = await lockVisibleMatter(tx, actor, params.matterId);
  if (!matter) return refuse('not-found');
  if (matter.status !== 'draft') return refuse('matter-not-draft');
  const allowed = await requireAllowed(tx, actor, matter, 'submit', null, now);
  if (!allowed.ok) return allowed;
  if (matter.revision !== body.revision) return refuse('version-conflict', { field: 'revision' });
  if (!isComplete(matter)) return refuse('matter-incomplete', { field: 'text' });
  const rules = await freezeRulesFor(tx, matter, matter.assembly as Assembly);
  if (!rules.ok) return rules;
  const files = await attachFiles(tx, communityId, residentId, matter.fileIds, { kind: 'matter', id: matter.id });
  if (!files.ok) return files;
  const number = await nextMatterNumber(tx, communityId, now);
  const content = contentOf(matter);
  await keepVersion(tx, matter, 1, content, { reason: '', material: true, byId: residentId, at: now });
  const coauthorIds = await listCoauthors(tx, communityId, matter.id);
  const stepped = await stepMatter(tx, matter, { type: 'submit' }, {
    actor,
    reason: '',
    now,
    body: { number, content, files: files.value, rules: rules.value, coauthorIds, proposerId: matter.proposerId },
    columns: { number, rules: rules.value, submittedAt: now },
  });
  if (!stepped.ok) return stepped;
  const events = [...stepped.value, await versionsChanged(tx, communityId, matter.id)];
  return ok(await matterReply(tx, actor, matter.id, events, now));
};
