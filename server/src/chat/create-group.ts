import type { chatApi } from '@bandeng/shared/chat/api.ts';
import { beginGroup } from '@bandeng/shared/chat/title-group.ts';
import { chatLimits } from '@bandeng/shared/chat/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, count, eq, isNull } from 'drizzle-orm';
import type { CommandInput } from '../platform/http/serve.ts';
import { publish } from '../platform/realtime/publish.ts';
import type { Tx } from '../platform/store/store.ts';
import { lockGroup } from './load-group.ts';
import { placeInFree } from './membership/place-in.ts';
import { newGroup, newMember } from './new-group.ts';
import { postEvent } from './post-event.ts';

const countOwned = async (tx: Tx, communityId: string, residentId: string): Promise<number> => {
  const { groups: g, groupMembers: m } = tx.t;
  const [row] = await tx
    .select({ owned: count() })
    .from(m)
    .innerJoin(g, and(eq(g.communityId, m.communityId), eq(g.id, m.groupId)))
    .where(
      and(
        eq(m.communityId, communityId),
        eq(m.residentId, residentId),
        eq(m.role, 'owner'),
        isNull(m.leftAt),
        isNull(g.dissolvedAt),
      ),
    );
  return row?.owned ?? 0;
};

/** Makes a free group, its owner alone in it. Refuses too-many-groups. */
export const createGroup = async ({
  tx,
  actor,
  body,
  now,
  newId,
}: CommandInput<typeof chatApi.createGroup>): Promise<Result<{ id: string }>> => {
  const { communityId, residentId } = actor;
  if ((await countOwned(tx, communityId, residentId)) >= chatLimits.ownedGroups) return refuse('too-many-groups');
  const id = newId();
  const name = body.name.trim();
  const free = { kind: 'free', subjectId: null, title: '', areaKind: null, dwellings: null } as const;
  const row = newGroup({ communityId, id, name, ...free, ...beginGroup('free', null) }, now);
  await tx.insert(tx.t.groups).values({ ...row, memberCount: 1 });
  const place = await placeInFree(tx, communityId, { ...free, naming: row.naming }, residentId, now);
  const owner = { communityId, groupId: id, residentId, role: 'owner', ...place };
  // Its first line tells the owner nothing new.
  await tx.insert(tx.t.groupMembers).values(newMember(owner, 1, now));
  const group = await lockGroup(tx, communityId, id);
  if (group === undefined) throw new Error('a group that was just made is gone');
  await postEvent(tx, group, { kind: 'created', aboutId: residentId }, now);
  await publish(tx, communityId, `me:${residentId}`, 'groups-changed', { groupId: id }, now);
  return ok({ id });
};
