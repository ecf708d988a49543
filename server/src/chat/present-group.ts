import type { Group, Message } from '@bandeng/shared/chat/schemas.ts';
import type { Naming, Speaking } from '@bandeng/shared/chat/vocabulary.ts';
import type { Db } from '../platform/store/store.ts';
import { allowedTo } from './load-group.ts';
import { findMessage } from './load-message.ts';
import { presentMessages } from './present-message.ts';
import { presentGroupRow, readGroup, type FoundGroup } from './read-groups.ts';

/** What was pinned and is gone meanwhile is pinned no more. */
const pinnedOf = async (db: Db, { group }: FoundGroup): Promise<Message | null> => {
  if (group.pinnedSeq === null) return null;
  const row = await findMessage(db, group.communityId, group.id, group.pinnedSeq);
  if (row?.state !== 'shown') return null;
  const [message] = await presentMessages(db, group.communityId, group.id, [row]);
  return message ?? null;
};

/** A group as one member sees it, with what that member may do there now. */
export const presentGroup = async (db: Db, found: FoundGroup, now: number): Promise<Group> => {
  const { group, member } = found;
  return {
    ...presentGroupRow(found),
    naming: group.naming as Naming,
    speaking: group.speaking as Speaking,
    version: group.version,
    readSeq: member.readSeq,
    mutedUntil: member.mutedUntil !== null && member.mutedUntil > now ? member.mutedUntil : null,
    pinnedMessage: await pinnedOf(db, found),
    allowed: allowedTo(found, now),
  };
};

/** The same, read anew; for the reply of a command that changed it. */
export const showGroup = async (
  db: Db,
  communityId: string,
  groupId: string,
  residentId: string,
  now: number,
): Promise<Group> => {
  const found = await readGroup(db, communityId, groupId, residentId);
  if (found === undefined) throw new Error('a group that was just changed is gone');
  return presentGroup(db, found, now);
};
