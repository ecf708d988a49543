import type { chatApi } from '@bandeng/shared/chat/api.ts';
import { ok, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { CommandInput } from '../platform/http/serve.ts';
import { lockFreeGroup } from './lock-free-group.ts';
import { postEvent } from './post-event.ts';
import { publishGroup } from './publish-group.ts';

/**
 * Ends a free group for good. Its members can still read what was said, and leave. Refuses not-found,
 * group-follows-register, group-dissolved, not-allowed.
 */
export const dissolveGroup = async (
  input: CommandInput<typeof chatApi.dissolveGroup>,
): Promise<Result<{ done: true }>> => {
  const { tx, actor, params, body, now } = input;
  const { communityId, residentId } = actor;
  const locked = await lockFreeGroup(tx, actor, params.groupId, 'dissolve', now);
  if (!locked.ok) return locked;
  const { group } = locked.value;
  const { groups: g } = tx.t;
  const version = group.version + 1;
  await tx
    .update(g)
    .set({ dissolvedAt: now, version })
    .where(and(eq(g.communityId, communityId), eq(g.id, group.id)));
  const event = { kind: 'dissolved', aboutId: residentId, detail: body.reason.trim() } as const;
  await postEvent(tx, group, event, now);
  await publishGroup(tx, { ...group, version }, now);
  return ok({ done: true });
};
