import type { Author } from '@bandeng/shared/chat/schemas.ts';
import type { Db } from '../../platform/store/store.ts';
import { loadAuthors } from '../load-authors.ts';

/** How people are shown in several groups at once; one statement per group. */
export const loadLabels = async (
  db: Db,
  communityId: string,
  pairs: readonly (readonly [groupId: string, residentId: string | null])[],
): Promise<(groupId: string, residentId: string) => Author> => {
  const wanted = new Map<string, Set<string>>();
  for (const [groupId, residentId] of pairs) {
    if (residentId === null) continue;
    const people = wanted.get(groupId) ?? new Set();
    wanted.set(groupId, people.add(residentId));
  }
  const found = new Map<string, ReadonlyMap<string, Author>>();
  for (const [groupId, people] of wanted) found.set(groupId, await loadAuthors(db, communityId, groupId, [...people]));
  return (groupId, residentId) => found.get(groupId)?.get(residentId) ?? { id: residentId, label: '', badge: null };
};
