import type { Author } from '@bandeng/shared/chat/schemas.ts';
import type { Badge } from '@bandeng/shared/chat/vocabulary.ts';
import { and, eq, inArray } from 'drizzle-orm';
import { loadPeople } from '../deliberation/load-people.ts';
import type { Db } from '../platform/store/store.ts';

/**
 * People as a group shows them, also those who left it; somebody who was never in it (the author of a notice) as
 * neighbours see each other elsewhere.
 */
export const loadAuthors = async (
  db: Db,
  communityId: string,
  groupId: string,
  residentIds: Iterable<string>,
): Promise<ReadonlyMap<string, Author>> => {
  const wanted = [...new Set(residentIds)];
  const found = new Map<string, Author>();
  if (wanted.length === 0) return found;
  const { groupMembers: m } = db.t;
  const rows = await db
    .select({ id: m.residentId, label: m.label, badge: m.badge })
    .from(m)
    .where(and(eq(m.communityId, communityId), eq(m.groupId, groupId), inArray(m.residentId, wanted)));
  for (const { id, label, badge } of rows) found.set(id, { id, label, badge: badge as Badge | null });
  const others = wanted.filter((id) => !found.has(id));
  if (others.length === 0) return found;
  const people = await loadPeople(db, communityId, others);
  for (const id of others) found.set(id, { id, label: people(id).label, badge: null });
  return found;
};
