import type { MatterStatus } from '@bandeng/shared/deliberation/vocabulary.ts';
import { maySeeMatter } from '@bandeng/shared/deliberation/who.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Db, Tx } from '../platform/store/store.ts';
import { findMatter, findSession, lockMatter, lockSession } from './load-matter.ts';
import { listCoauthors } from './read-matter.ts';
import type { MatterRow, SessionRow } from './rows.ts';

/** A matter that was never submitted is a draft for this purpose, also after it was withdrawn. */
export const seesMatter = async (db: Db, actor: Actor, matter: MatterRow): Promise<boolean> => {
  if (matter.submittedAt !== null) return true;
  const coauthorIds = await listCoauthors(db, matter.communityId, matter.id);
  const status: MatterStatus = 'draft';
  return maySeeMatter(actor, { status, proposerId: matter.proposerId, coauthorIds });
};

/** The matter if this member may see it; to others it does not exist. */
export const findVisibleMatter = async (db: Db, actor: Actor, matterId: string): Promise<MatterRow | undefined> => {
  const matter = await findMatter(db, actor.communityId, matterId);
  return matter && (await seesMatter(db, actor, matter)) ? matter : undefined;
};

/** The same, held until the write ends. */
export const lockVisibleMatter = async (tx: Tx, actor: Actor, matterId: string): Promise<MatterRow | undefined> => {
  const matter = await lockMatter(tx, actor.communityId, matterId);
  return matter && (await seesMatter(tx, actor, matter)) ? matter : undefined;
};

export interface SessionOfMatter {
  readonly matter: MatterRow;
  readonly session: SessionRow;
}

/** Sessions exist only of submitted matters, which every member may see. */
export const findSessionOf = async (db: Db, actor: Actor, sessionId: string): Promise<SessionOfMatter | undefined> => {
  const session = await findSession(db, actor.communityId, sessionId);
  const matter = session && (await findMatter(db, actor.communityId, session.matterId));
  return session && matter && { matter, session };
};

export const lockSessionOf = (tx: Tx, actor: Actor, sessionId: string): Promise<SessionOfMatter | undefined> =>
  lockSession(tx, actor.communityId, sessionId);
