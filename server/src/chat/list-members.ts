import { leads } from '@bandeng/shared/chat/allowed.ts';
import type { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Member } from '@bandeng/shared/chat/schemas.ts';
import type { Badge, GroupRole } from '@bandeng/shared/chat/vocabulary.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, asc, desc, eq, gt, isNull, lt, or, type SQL } from 'drizzle-orm';
import { alike, containing, decodeCursor, encodeCursor, pageOf } from '../community/paging.ts';
import type { QueryInput } from '../platform/http/serve.ts';
import type { Schema } from '../platform/store/schema.ts';
import { seeGroup, type MemberRow } from './load-group.ts';

type ListMembers = typeof chatApi.listMembers;

const cursorOf = ({ role, residentId, label }: MemberRow): string => encodeCursor(`${role} ${residentId}`, label);

/** Rows after the place that a cursor names: falling by role as a word, rising by label and id. */
const behind = (cursor: string | undefined, { groupMembers: m }: Schema): SQL | undefined => {
  const [place, label] = decodeCursor(cursor) ?? [];
  if (place === undefined || label === undefined) return undefined;
  const [role = '', residentId = ''] = place.split(' ');
  const later = or(gt(m.label, label), and(eq(m.label, label), gt(m.residentId, residentId)));
  return or(lt(m.role, role), and(eq(m.role, role), later));
};

/** Who is in the group: its owner, its moderators, then everybody else by label. Refuses not-found. */
export const listMembers = async (input: QueryInput<ListMembers>): Promise<Result<Reply<ListMembers>>> => {
  const { db, actor, params, query, now } = input;
  const seen = await seeGroup(db, actor, params.groupId);
  if (!seen) return refuse('not-found');
  const { groupMembers: m } = db.t;
  const limit = query.limit ?? 50;
  const rows = await db
    .select()
    .from(m)
    .where(
      and(
        eq(m.communityId, actor.communityId),
        eq(m.groupId, seen.group.id),
        isNull(m.leftAt),
        query.search?.trim() ? alike(m.label, containing(query.search)) : undefined,
        behind(query.cursor, db.t),
      ),
    )
    .orderBy(desc(m.role), asc(m.label), asc(m.residentId))
    .limit(limit + 1);
  const leader = leads(seen.member.role as GroupRole);
  const mutedUntil = ({ residentId, mutedUntil: until }: MemberRow): number | null =>
    until !== null && until > now && (leader || residentId === actor.residentId) ? until : null;
  return ok(
    pageOf(rows, limit, cursorOf, (row): Member => ({
      id: row.residentId,
      label: row.label,
      badge: row.badge as Badge | null,
      role: row.role as GroupRole,
      mutedUntil: mutedUntil(row),
    })),
  );
};
