import type { GroupRow as Shown, LastLine } from '@bandeng/shared/chat/schemas.ts';
import type { GroupKind, GroupRole, MessageState } from '@bandeng/shared/chat/vocabulary.ts';
import type { AreaKind } from '@bandeng/shared/community/vocabulary.ts';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { prepared, type Db } from '../platform/store/store.ts';
import { groupName } from './load-group.ts';

const $ = sql.placeholder;
const excerptLength = 80;

/**
 * Groups of one member with everything that a row of the list shows, in one statement: the last message, how its author
 * is called there (somebody who was never in the group by the alias or name), the sequence of the group's channel.
 */
const selectGroups = (db: Db) => {
  const { groups: g, groupMembers: m, messages: last, residents: r, channels: c } = db.t;
  const label = db
    .select({ label: m.label })
    .from(m)
    .where(and(eq(m.communityId, g.communityId), eq(m.groupId, g.id), eq(m.residentId, last.authorId)));
  return db
    .select({
      group: g,
      member: m,
      last: { seq: last.seq, at: last.at, kind: last.kind, text: last.text, body: last.body, state: last.state },
      authorLabel: sql<string | null>`coalesce((${label}), nullif(${r.alias}, ''), ${r.name})`,
      cursor: sql<number>`coalesce(${c.lastSeq}, 0)`.mapWith(Number),
    })
    .from(m)
    .innerJoin(g, and(eq(g.communityId, m.communityId), eq(g.id, m.groupId)))
    .leftJoin(last, and(eq(last.communityId, g.communityId), eq(last.groupId, g.id), eq(last.seq, g.lastSeq)))
    .leftJoin(r, and(eq(r.communityId, g.communityId), eq(r.id, last.authorId)))
    .leftJoin(c, and(eq(c.communityId, g.communityId), eq(c.channel, sql`'group:' || ${g.id}`)));
};

const groupsOf = prepared('chat_groups_of', (db: Db) => {
  const { groups: g, groupMembers: m } = db.t;
  return selectGroups(db)
    .where(and(eq(m.communityId, $('communityId')), eq(m.residentId, $('residentId')), isNull(m.leftAt)))
    .orderBy(desc(m.pinned), desc(g.lastAt), g.id);
});

const oneGroupOf = prepared('chat_one_group_of', (db: Db) => {
  const { groupMembers: m } = db.t;
  return selectGroups(db).where(
    and(
      eq(m.communityId, $('communityId')),
      eq(m.groupId, $('groupId')),
      eq(m.residentId, $('residentId')),
      isNull(m.leftAt),
    ),
  );
});

export type FoundGroup = Awaited<ReturnType<typeof groupsOf>>[number];

/** The groups that somebody is in: pinned ones first, then by the last message. */
export const readGroups = (db: Db, communityId: string, residentId: string): Promise<FoundGroup[]> =>
  groupsOf(db, { communityId, residentId });

export const readGroup = async (
  db: Db,
  communityId: string,
  groupId: string,
  residentId: string,
): Promise<FoundGroup | undefined> => (await oneGroupOf(db, { communityId, groupId, residentId }))[0];

const lineOf = ({ last, authorLabel }: FoundGroup): LastLine | null => {
  if (last === null) return null;
  const said = last.state === 'shown' ? (last.text === '' ? (last.body.fileName ?? '') : last.text) : '';
  return {
    seq: last.seq,
    at: last.at,
    kind: last.kind,
    label: authorLabel ?? '',
    text: [...said].slice(0, excerptLength).join(''),
    state: last.state as MessageState,
  };
};

export const presentGroupRow = (found: FoundGroup): Shown => {
  const { group, member } = found;
  const { readSeq } = member;
  return {
    id: group.id,
    kind: group.kind as GroupKind,
    areaKind: group.areaKind as AreaKind | null,
    name: groupName(group),
    members: group.memberCount,
    dwellings: group.dwellings,
    last: lineOf(found),
    unread: group.lastSeq - readSeq,
    mentioned: Math.max(member.mentionSeq, group.allSeq) > readSeq,
    silenced: member.silenced,
    pinned: member.pinned,
    role: member.role as GroupRole,
    cursor: found.cursor,
  };
};
