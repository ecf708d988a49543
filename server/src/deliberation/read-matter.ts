import type { MatterHead, MatterVersionView, MatterView, SessionView } from '@bandeng/shared/deliberation/schemas.ts';
import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';
import { loadFiles } from './load-files.ts';
import { findMatter } from './load-matter.ts';
import { loadPeople } from './load-people.ts';
import { presentHead, presentSession, presentVersion } from './present.ts';
import { readDisclosureParts } from './read-disclosures.ts';
import type { MatterRow, SessionRow } from './rows.ts';

export const listCoauthors = async (db: Db, communityId: string, matterId: string): Promise<string[]> => {
  const { coauthors } = db.t;
  const rows = await db
    .select({ id: coauthors.residentId })
    .from(coauthors)
    .where(and(eq(coauthors.communityId, communityId), eq(coauthors.matterId, matterId)))
    .orderBy(asc(coauthors.residentId));
  return rows.map(({ id }) => id);
};

export const readHead = async (db: Db, row: MatterRow): Promise<MatterHead> => {
  const coauthorIds = await listCoauthors(db, row.communityId, row.id);
  const people = await loadPeople(db, row.communityId, [row.proposerId, ...coauthorIds]);
  const files = await loadFiles(db, row.communityId, [row.fileIds]);
  return presentHead(row, coauthorIds, people, files);
};

export const readVersions = async (db: Db, communityId: string, matterId: string): Promise<MatterVersionView[]> => {
  const { matterVersions } = db.t;
  const rows = await db
    .select()
    .from(matterVersions)
    .where(and(eq(matterVersions.communityId, communityId), eq(matterVersions.matterId, matterId)))
    .orderBy(asc(matterVersions.version), asc(matterVersions.edit));
  const people = await loadPeople(db, communityId, rows.map(({ byId }) => byId));
  return rows.map((row) => presentVersion(row, people));
};

const presentAll = async (db: Db, communityId: string, rows: readonly SessionRow[]): Promise<SessionView[]> => {
  const { rollEntries } = db.t;
  const withMinutes = rows.filter(({ minutes }) => minutes !== null).map(({ id }) => id);
  const signed =
    withMinutes.length === 0
      ? []
      : await db
          .select({
            sessionId: rollEntries.sessionId,
            residentId: rollEntries.voterId,
            name: rollEntries.name,
            signedAt: rollEntries.signedAt,
          })
          .from(rollEntries)
          .where(
            and(
              eq(rollEntries.communityId, communityId),
              inArray(rollEntries.sessionId, withMinutes),
              isNotNull(rollEntries.signedAt),
            ),
          )
          .orderBy(asc(rollEntries.signedAt), asc(rollEntries.voterId));
  const files = await loadFiles(db, communityId, rows.map(({ fileIds }) => fileIds));
  const signatures = signed.map(({ signedAt, ...one }) => ({ ...one, at: signedAt ?? 0 }));
  return rows.map((row) => presentSession(row, signatures, files));
};

export const listSessions = (db: Db, communityId: string, matterId: string): Promise<SessionRow[]> => {
  const { sessions } = db.t;
  return db
    .select()
    .from(sessions)
    .where(and(eq(sessions.communityId, communityId), eq(sessions.matterId, matterId)))
    .orderBy(asc(sessions.ordinal));
};

export const readSessions = (db: Db, communityId: string, ids: readonly string[]): Promise<SessionView[]> => {
  const { sessions } = db.t;
  return ids.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(sessions)
        .where(and(eq(sessions.communityId, communityId), inArray(sessions.id, [...ids])))
        .orderBy(asc(sessions.ordinal))
        .then((rows) => presentAll(db, communityId, rows));
};

/** The matter as everybody in the community sees it; undefined when there is none. */
export const readMatterView = async (db: Db, communityId: string, matterId: string): Promise<MatterView | undefined> => {
  const row = await findMatter(db, communityId, matterId);
  if (!row) return undefined;
  return {
    head: await readHead(db, row),
    versions: await readVersions(db, communityId, matterId),
    sessions: await presentAll(db, communityId, await listSessions(db, communityId, matterId)),
    ...(await readDisclosureParts(db, communityId, matterId)),
    comments: row.comments,
  };
};
