import type { MatterStep } from '@bandeng/shared/deliberation/matter-flow.ts';
import type { MatterReply } from '@bandeng/shared/deliberation/schemas.ts';
import { canonicalJson } from '@bandeng/shared/kernel/canonical.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Tx } from '../platform/store/store.ts';
import { attachFiles } from './attach-files.ts';
import { contentColumns, isComplete, keepVersion, type Content } from './content.ts';
import { versionsChanged } from './matter-events.ts';
import { matterReply } from './publish-events.ts';
import type { MatterRow } from './rows.ts';
import { stepMatter } from './stage-flow.ts';
import { freezeRulesFor } from './submit-matter.ts';

export interface ContentChange {
  readonly step: MatterStep & { readonly type: 'amend' | 'revise' };
  readonly content: Content & { readonly revision: number; readonly reason: string };
  /** Whether decisions on the old text fall. */
  readonly material: boolean;
}

/** Who is asked and how, for how much money and between what, belongs to what was decided: it changes only with a new start. */
const changesDecision = (matter: MatterRow, columns: ReturnType<typeof contentColumns>): boolean =>
  (['secret', 'assembly', 'type', 'budgetFen', 'options'] as const).some(
    (key) => canonicalJson(columns[key]) !== canonicalJson(matter[key]),
  );

/** Gives a submitted matter a new wording, keeps it as a version, and moves the matter as the step says. */
export const changeContent = async (
  tx: Tx,
  actor: Actor,
  matter: MatterRow,
  { step, content, material }: ContentChange,
  now: number,
): Promise<Result<MatterReply>> => {
  const { communityId, residentId } = actor;
  const { reason } = content;
  if (matter.revision !== content.revision) return refuse('version-conflict', { field: 'revision' });
  if (!isComplete(content)) return refuse('matter-incomplete', { field: 'text' });
  const columns = contentColumns(content);
  if (!material && changesDecision(matter, columns)) return refuse('bad-request', { field: 'material' });
  const attached = await attachFiles(tx, communityId, residentId, content.fileIds, { kind: 'matter', id: matter.id });
  if (!attached.ok) return attached;
  const rules = material ? await freezeRulesFor(tx, matter, columns.assembly) : ok(matter.rules);
  if (!rules.ok) return rules;
  const version = material ? matter.version + 1 : matter.version;
  await keepVersion(tx, matter, version, columns, { reason, material, byId: residentId, at: now });
  const stepped = await stepMatter(tx, matter, step, {
    actor,
    reason,
    now,
    body: { content: columns, files: attached.value, material },
    columns: { ...columns, revision: matter.revision + 1, rules: rules.value },
  });
  if (!stepped.ok) return stepped;
  const events = [...stepped.value, await versionsChanged(tx, communityId, matter.id)];
  return ok(await matterReply(tx, actor, matter.id, events, now));
};
