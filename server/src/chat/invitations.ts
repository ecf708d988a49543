import type { Invitation } from '@bandeng/shared/chat/schemas.ts';
import { refuse, ok, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import type { Schema } from '../platform/store/schema.ts';
import type { Db } from '../platform/store/store.ts';
import { loadAuthors } from './load-authors.ts';
import { findGroup, findMembership, groupName, type GroupRow } from './load-group.ts';

export type InvitationRow = Schema['invitations']['$inferSelect'];

export const findInvitation = async (
  db: Db,
  communityId: string,
  code: string,
): Promise<InvitationRow | undefined> => {
  const { invitations: i } = db.t;
  const [row] = await db
    .select()
    .from(i)
    .where(and(eq(i.communityId, communityId), eq(i.code, code)));
  return row;
};

/** The group that an invitation leads to, while both hold. Refuses not-found, group-dissolved, invitation-expired. */
export const groupInvitedTo = async (
  db: Db,
  { communityId, groupId, expiresAt }: InvitationRow,
  now: number,
): Promise<Result<GroupRow>> => {
  const group = await findGroup(db, communityId, groupId);
  if (group === undefined) return refuse('not-found');
  if (group.dissolvedAt !== null) return refuse('group-dissolved');
  return expiresAt <= now ? refuse('invitation-expired') : ok(group);
};

export const presentInvitation = async (
  db: Db,
  actor: Actor,
  row: InvitationRow,
  group: GroupRow,
): Promise<Invitation> => {
  const { communityId, residentId } = actor;
  const authors = await loadAuthors(db, communityId, group.id, [row.byId]);
  return {
    code: row.code,
    expiresAt: row.expiresAt,
    groupName: groupName(group),
    by: authors.get(row.byId)?.label ?? '',
    members: group.memberCount,
    joined: (await findMembership(db, communityId, group.id, residentId)) !== undefined,
  };
};
