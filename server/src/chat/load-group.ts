import { allowedInGroup } from '@bandeng/shared/chat/allowed.ts';
import type { GroupAction, GroupKind, GroupRole, Speaking } from '@bandeng/shared/chat/vocabulary.ts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import type { Schema } from '../platform/store/schema.ts';
import { prepared, type Db, type Tx } from '../platform/store/store.ts';

export type GroupRow = Schema['groups']['$inferSelect'];
export type MemberRow = Schema['groupMembers']['$inferSelect'];

/** A group together with somebody's place in it. */
export interface SeenGroup {
  readonly group: GroupRow;
  readonly member: MemberRow;
}

const $ = sql.placeholder;

const groupById = prepared('chat_group', (db: Db) => {
  const { groups: g } = db.t;
  return db
    .select()
    .from(g)
    .where(and(eq(g.communityId, $('communityId')), eq(g.id, $('groupId'))));
});

const membershipOf = prepared('chat_membership', (db: Db) => {
  const { groupMembers: m } = db.t;
  return db
    .select()
    .from(m)
    .where(
      and(
        eq(m.communityId, $('communityId')),
        eq(m.groupId, $('groupId')),
        eq(m.residentId, $('residentId')),
        isNull(m.leftAt),
      ),
    );
});

const groupWithMember = prepared('chat_group_with_member', (db: Db) => {
  const { groups: g, groupMembers: m } = db.t;
  return db
    .select({ group: g, member: m })
    .from(m)
    .innerJoin(g, and(eq(g.communityId, m.communityId), eq(g.id, m.groupId)))
    .where(
      and(
        eq(m.communityId, $('communityId')),
        eq(m.groupId, $('groupId')),
        eq(m.residentId, $('residentId')),
        isNull(m.leftAt),
      ),
    );
});

/** What every write in a group serialises on: its sequence, its members and its settings. */
export const groupScope = (communityId: string, groupId: string): string => `group:${communityId}/${groupId}`;

export const findGroup = async (db: Db, communityId: string, groupId: string): Promise<GroupRow | undefined> =>
  (await groupById(db, { communityId, groupId }))[0];

/** The group, held until the write ends. */
export const lockGroup = async (tx: Tx, communityId: string, groupId: string): Promise<GroupRow | undefined> => {
  await tx.lock(groupScope(communityId, groupId));
  return findGroup(tx, communityId, groupId);
};

/** Somebody's place in a group, only while in it. */
export const findMembership = async (
  db: Db,
  communityId: string,
  groupId: string,
  residentId: string,
): Promise<MemberRow | undefined> => (await membershipOf(db, { communityId, groupId, residentId }))[0];

/** The group if the actor is in it, also when it is dissolved; to others it does not exist. */
export const seeGroup = async (
  db: Db,
  { communityId, residentId }: Actor,
  groupId: string,
): Promise<SeenGroup | undefined> => (await groupWithMember(db, { communityId, groupId, residentId }))[0];

/** The same, held until the write ends. */
export const lockSeenGroup = async (tx: Tx, actor: Actor, groupId: string): Promise<SeenGroup | undefined> => {
  await tx.lock(groupScope(actor.communityId, groupId));
  return seeGroup(tx, actor, groupId);
};

/** What a group is called: by the name that people gave it, else after what it follows. */
export const groupName = ({ name, title }: Pick<GroupRow, 'name' | 'title'>): string => name ?? title;

/** What the member may do in the group now. */
export const allowedTo = ({ group, member }: SeenGroup, now: number): GroupAction[] =>
  allowedInGroup({
    kind: group.kind as GroupKind,
    speaking: group.speaking as Speaking,
    dissolved: group.dissolvedAt !== null,
    role: member.role as GroupRole,
    mutedUntil: member.mutedUntil,
    now,
  });
