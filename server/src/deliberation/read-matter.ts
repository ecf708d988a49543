import type { MatterHead, MatterVersionView, MatterView, SessionView } from '@bandeng/shared/deliberation/schemas.ts';
import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { prepared, type Db } from '../platform/store/store.ts';
import { loadFiles } from './load-files.ts';
import { findMatter } from './load-matter.ts';
import { loadPeople } from './load-people.ts';
import { presentHead, presentSession, presentVersion } from './present.ts';
import { readDisclosureParts } from './read-disclosures.ts';
import type { MatterRow, SessionRow } from './rows.ts';

const $ = sql.placeholder;

const coauthorsOf = prepared('deliberation_list_coauthors', (db: Db) => {
  const { coauthors } = db.t;
  return db
    .select({ id: coauthors.residentId })
    .from(coauthors)
    .where(and(eq(coauthors.communityId, $('communityId')), eq(coauthors.matterId, $('matterId'))))
    .orderBy(asc(coauthors.residentId));
});

const versionsOf = prepared('deliberation_list_versions', (db: Db) => {
  const { matterVersions: v } = db.t;
  return db
    .select()
    .from(v)
    .where(and(eq(v.communityId, $('communityId')), eq(v.matterId, $('matterId'))))
    .orderBy(asc(v.version), asc(v.edit));
});

const sessionsOf = prepared('deliberation_list_sessions', (db: Db) => {
  const { sessions: s } = db.t;
  return db
    .select()
    .from(s)
    .where(and(eq(s.communityId, $('communityId')), eq(s.matterId, $('matterId'))))
    .orderBy(asc(s.ordinal));
});

export const listCoauthors = async (db: Db, communityId: string, matterId: string): Promise<string[]> =>
  (await coauthorsOf(db, { communityId, matterId })).map(({ id }) => id);

export const readHead = async (db: Db, row: MatterRow): Promise<MatterHead> => {
  const coauthorIds = await listCoauthors(db, row.communityId, row.id);
  const people = await loadPeople(db, row.communityId, [row.proposerId, ...coauthorIds]);
  const files = await loadFiles(db, row.communityId, [row.fileIds]);
  return presentHead(row, coauthorIds, people, files);
};

export const readVersions = async (db: Db, communityId: string, matterId: string): Promise<MatterVersionView[]> => {
  const rows = await versionsOf(db, { communityId, matterId });
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
  const files = await loadFiles(db, communityId, rows.flatMap(({ fileIds, minutesFileIds }) => [fileIds, minutesFileIds]));
  const signatures = signed.map(({ signedAt, ...one }) => ({ ...one, at: signedAt ?? 0 }));
  return rows.map((row) => presentSession(row, signatures, files));
};

export const listSessions = (db: Db, communityId: string, matterId: string): Promise<SessionRow[]> =>
  sessionsOf(db, { communityId, matterId });

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

/** A matter that was just read, as everybody in the community sees it. */
export const viewMatter = async (db: Db, row: MatterRow): Promise<MatterView> => {
  const { communityId, id: matterId } = row;
  const coauthorIds = await listCoauthors(db, communityId, matterId);
  const versions = await versionsOf(db, { communityId, matterId });
  const people = await loadPeople(db, communityId, [row.proposerId, ...coauthorIds, ...versions.map(({ byId }) => byId)]);
  const files = await loadFiles(db, communityId, [row.fileIds]);
  return {
    head: presentHead(row, coauthorIds, people, files),
    versions: versions.map((version) => presentVersion(version, people)),
    sessions: await presentAll(db, communityId, await listSessions(db, communityId, matterId)),
    ...(await readDisclosureParts(db, communityId, matterId)),
    comments: row.comments,
  };
};

/** The same, read anew; undefined when there is none. */
export const readMatterView = async (db: Db, communityId: string, matterId: string): Promise<MatterView | undefined> => {
  const row = await findMatter(db, communityId, matterId);
  return row && viewMatter(db, row);
};
