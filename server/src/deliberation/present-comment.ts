import type { CommentView } from '@bandeng/shared/deliberation/schemas.ts';
import { moderates } from '@bandeng/shared/deliberation/who.ts';
import { and, eq, type InferSelectModel } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import type { Schema } from '../platform/store/schema.ts';
import type { Db, Tx } from '../platform/store/store.ts';
import { type People, loadPeople } from './load-people.ts';
import { lockVisibleMatter } from './see-matter.ts';
import type { MatterRow } from './rows.ts';

export type CommentRow = InferSelectModel<Schema['comments']>;

/** The text of a hidden comment goes to its author and to moderators only; everybody reads the reason. */
export const presentComment = (row: CommentRow, people: People, viewer: Actor): CommentView => {
  const mine = row.byId === viewer.residentId;
  const hidden = row.hiddenAt !== null;
  return {
    id: row.id,
    stageId: row.stageId as CommentView['stageId'],
    by: people(row.byId),
    role: row.role as CommentView['role'],
    text: hidden && !mine && !moderates(viewer) ? '' : row.text,
    at: row.at,
    hidden,
    hiddenReason: row.hiddenReason,
    mine,
  };
};

const findComment = async (db: Db, communityId: string, id: string): Promise<CommentRow | undefined> => {
  const { comments } = db.t;
  const [row] = await db
    .select()
    .from(comments)
    .where(and(eq(comments.communityId, communityId), eq(comments.id, id)));
  return row;
};

export const readComment = async (db: Db, viewer: Actor, id: string): Promise<CommentView> => {
  const row = await findComment(db, viewer.communityId, id);
  if (!row) throw new Error(`comment ${id} vanished within a write`);
  return presentComment(row, await loadPeople(db, viewer.communityId, [row.byId]), viewer);
};

/** A comment with its matter, both held until the write ends. */
export const lockComment = async (
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ matter: MatterRow; comment: CommentRow } | undefined> => {
  const found = await findComment(tx, actor.communityId, id);
  const matter = found && (await lockVisibleMatter(tx, actor, found.matterId));
  const comment = await findComment(tx, actor.communityId, id);
  return matter && comment && { matter, comment };
};
