import { servesStage } from '@bandeng/shared/deliberation/who.ts';
import type { MeetingStageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import type { FileRule } from '../platform/files/file-rule.ts';
import type { ChannelRule } from '../platform/realtime/channel-rule.ts';
import { findSession } from './load-matter.ts';
import { hasMet } from './minutes-state.ts';
import { findSessionOf, findVisibleMatter } from './see-matter.ts';

/** Attachments of a matter: whoever sees the matter. */
export const readMatterFile: FileRule = async (db, viewer, { ownerId }) =>
  viewer !== null && ownerId !== null && (await findVisibleMatter(db, viewer, ownerId)) !== undefined;

/** Attachments of a meeting and its minutes: every member. */
export const readSessionFile: FileRule = async (db, viewer, { ownerId }) =>
  viewer !== null && ownerId !== null && (await findSessionOf(db, viewer, ownerId)) !== undefined;

/** Photos of ballot sheets show votes: only after the count, and only to those who serve the meeting or supervise it. */
export const readBallotPhoto: FileRule = async (db, viewer, { communityId, ownerId }) => {
  const session = viewer === null || ownerId === null ? undefined : await findSession(db, communityId, ownerId);
  if (viewer === null || !session || !hasMet(session)) return false;
  return viewer.roles.includes('supervisor') || servesStage(viewer, session.stageId as MeetingStageId);
};

export const followMatter: ChannelRule = async (db, actor, matterId) =>
  (await findVisibleMatter(db, actor, matterId)) !== undefined;
