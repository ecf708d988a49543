import { and, eq, sql } from 'drizzle-orm';
import { prepared, type Db, type Tx } from '../platform/store/store.ts';
import type { MatterRow, SessionRow } from './rows.ts';

const $ = sql.placeholder;

const matterById = prepared('deliberation_matter', (db: Db) =>
  db
    .select()
    .from(db.t.matters)
    .where(and(eq(db.t.matters.communityId, $('communityId')), eq(db.t.matters.id, $('matterId')))),
);

const sessionById = prepared('deliberation_session', (db: Db) =>
  db
    .select()
    .from(db.t.sessions)
    .where(and(eq(db.t.sessions.communityId, $('communityId')), eq(db.t.sessions.id, $('sessionId')))),
);

const matterIdOfSession = prepared('deliberation_matter_of_session', (db: Db) =>
  db
    .select({ matterId: db.t.sessions.matterId })
    .from(db.t.sessions)
    .where(and(eq(db.t.sessions.communityId, $('communityId')), eq(db.t.sessions.id, $('sessionId')))),
);

/** What every write on a matter serialises on: its record, its sessions and its disclosures all hang on it. */
export const matterScope = (communityId: string, matterId: string): string => `matter:${communityId}/${matterId}`;

export const findMatter = async (db: Db, communityId: string, matterId: string): Promise<MatterRow | undefined> =>
  (await matterById(db, { communityId, matterId }))[0];

export const findSession = async (db: Db, communityId: string, sessionId: string): Promise<SessionRow | undefined> =>
  (await sessionById(db, { communityId, sessionId }))[0];

/** The matter, held until the write ends. */
export const lockMatter = async (tx: Tx, communityId: string, matterId: string): Promise<MatterRow | undefined> => {
  await tx.lock(matterScope(communityId, matterId));
  return findMatter(tx, communityId, matterId);
};

/** A session with its matter, both held by the matter's lock until the write ends. */
export const lockSession = async (
  tx: Tx,
  communityId: string,
  sessionId: string,
): Promise<{ matter: MatterRow; session: SessionRow } | undefined> => {
  const [found] = await matterIdOfSession(tx, { communityId, sessionId });
  if (!found) return undefined;
  const matter = await lockMatter(tx, communityId, found.matterId);
  const session = await findSession(tx, communityId, sessionId);
  return matter && session && { matter, session };
};

/** A session alone, held by its matter's lock until the write ends: what a ballot needs. */
export const holdSession = async (tx: Tx, communityId: string, sessionId: string): Promise<SessionRow | undefined> => {
  const [found] = await matterIdOfSession(tx, { communityId, sessionId });
  if (!found) return undefined;
  await tx.lock(matterScope(communityId, found.matterId));
  return findSession(tx, communityId, sessionId);
};
