import type { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Group } from '@bandeng/shared/chat/schemas.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { CommandInput } from '../platform/http/serve.ts';
import { allowedTo, groupName, lockGroup, lockSeenGroup } from './load-group.ts';
import { relabelGroup } from './membership/relabel-group.ts';
import { postEvent } from './post-event.ts';
import { showGroup } from './present-group.ts';
import { publishGroup } from './publish-group.ts';

/**
 * Names a group, says how its members see each other and who may speak: a free one its owner, one that follows the
 * register those who keep order in it. Refuses not-found, group-dissolved, not-allowed, version-conflict.
 */
export const updateGroup = async (input: CommandInput<typeof chatApi.updateGroup>): Promise<Result<Group>> => {
  const { tx, actor, params, body, now } = input;
  const { communityId, residentId } = actor;
  const seen = await lockSeenGroup(tx, actor, params.groupId);
  if (!seen) return refuse('not-found');
  const { group } = seen;
  if (group.dissolvedAt !== null) return refuse('group-dissolved');
  const allowed = allowedTo(seen, now);
  if (!allowed.includes('rename') || !allowed.includes('set-policy')) return refuse('not-allowed');
  if (body.version !== group.version) return refuse('version-conflict', { field: 'version' });
  const { naming = group.naming, speaking = group.speaking } = body;
  const name = body.name?.trim() ?? group.name;
  const next = { ...group, name, naming, speaking, version: group.version + 1 };
  const { groups: g } = tx.t;
  await tx
    .update(g)
    .set({ name, naming, speaking, version: next.version })
    .where(and(eq(g.communityId, communityId), eq(g.id, group.id)));
  if (naming !== group.naming) await relabelGroup(tx, next, now);
  const told = [
    ...(groupName(next) === groupName(group) ? [] : [{ kind: 'renamed' as const, detail: groupName(next) }]),
    ...(speaking === group.speaking ? [] : [{ kind: 'speaking' as const, detail: speaking }]),
  ];
  for (const event of told) {
    const current = await lockGroup(tx, communityId, group.id);
    if (current) await postEvent(tx, current, { ...event, aboutId: residentId }, now);
  }
  await publishGroup(tx, next, now);
  return ok(await showGroup(tx, communityId, group.id, residentId, now));
};
