import { moderates } from '@bandeng/shared/chat/who-moderates.ts';
import type { FileRule } from '../platform/files/file-rule.ts';
import { findGroup, seeGroup } from './load-group.ts';
import { findMessage } from './load-message.ts';
import { loadOrderFacts } from './moderation/order-scope.ts';

/** Owner of a message's file; the id names group and sequence. */
export const messageFileOwner = (groupId: string, seq: number) => ({ kind: 'message', id: `${groupId}.${seq}` });

/** The message that a file of owner kind `message` belongs to; ids of groups have no full stop. */
export const messageOfOwner = (ownerId: string): { groupId: string; seq: number } => {
  const at = ownerId.lastIndexOf('.');
  return { groupId: ownerId.slice(0, at), seq: Number(ownerId.slice(at + 1)) };
};

/** Members of the group, while the message is shown; its author and who keeps order there, also when it was deleted. */
export const readMessageFile: FileRule = async (db, viewer, { communityId, ownerId }) => {
  if (viewer === null || ownerId === null) return false;
  const { groupId, seq } = messageOfOwner(ownerId);
  const message = await findMessage(db, communityId, groupId, seq);
  if (message === undefined || message.state === 'recalled') return false;
  if (message.state === 'shown' && (await seeGroup(db, viewer, groupId))) return true;
  if (message.authorId === viewer.residentId) return true;
  const group = await findGroup(db, communityId, groupId);
  return group !== undefined && moderates(await loadOrderFacts(db, viewer, group));
};
