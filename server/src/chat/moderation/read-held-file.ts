import { moderates } from '@bandeng/shared/chat/who-moderates.ts';
import type { FileRule } from '../../platform/files/file-rule.ts';
import { findGroup } from '../load-group.ts';
import { findHeld } from './held-rows.ts';
import { loadOrderFacts } from './order-scope.ts';

/** The picture of a message that waits: its author, and those who decide about it. */
export const readHeldFile: FileRule = async (db, viewer, { communityId, ownerId }) => {
  const held = viewer === null || ownerId === null ? undefined : await findHeld(db, communityId, ownerId);
  if (viewer === null || held === undefined) return false;
  if (held.authorId === viewer.residentId) return true;
  const group = await findGroup(db, communityId, held.groupId);
  return group !== undefined && moderates(await loadOrderFacts(db, viewer, group));
};
