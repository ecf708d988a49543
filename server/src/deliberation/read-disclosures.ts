import type { MatterView } from '@bandeng/shared/deliberation/schemas.ts';
import { and, asc, count, eq, sql } from 'drizzle-orm';
import { prepared, type Db } from '../platform/store/store.ts';
import { loadFiles } from './load-files.ts';
import { loadPeople } from './load-people.ts';
import {
  presentDisclosure,
  presentObjection,
  presentProgress,
  presentRatings,
  sumSpent,
} from './present-disclosure.ts';

export type DisclosureParts = Pick<MatterView, 'disclosures' | 'objections' | 'progress' | 'spentFen' | 'ratings'>;

const $ = sql.placeholder;

const starsOf = prepared('deliberation_count_stars', (db: Db) => {
  const { ratings: r } = db.t;
  return db
    .select({ stars: r.stars, count: count() })
    .from(r)
    .where(and(eq(r.communityId, $('communityId')), eq(r.matterId, $('matterId'))))
    .groupBy(r.stars);
});

const disclosuresOf = prepared('deliberation_list_disclosures', (db: Db) => {
  const { disclosures: d } = db.t;
  return db
    .select()
    .from(d)
    .where(and(eq(d.communityId, $('communityId')), eq(d.matterId, $('matterId'))))
    .orderBy(asc(d.publishedAt), asc(d.id));
});

const objectionsOf = prepared('deliberation_list_objections', (db: Db) => {
  const { objections: o } = db.t;
  return db
    .select()
    .from(o)
    .where(and(eq(o.communityId, $('communityId')), eq(o.matterId, $('matterId'))))
    .orderBy(asc(o.filedAt), asc(o.id));
});

const progressOf = prepared('deliberation_list_progress', (db: Db) => {
  const { progressEntries: p } = db.t;
  return db
    .select()
    .from(p)
    .where(and(eq(p.communityId, $('communityId')), eq(p.matterId, $('matterId'))))
    .orderBy(asc(p.at), asc(p.id));
});

export const readRatings = async (db: Db, communityId: string, matterId: string): Promise<MatterView['ratings']> =>
  presentRatings(await starsOf(db, { communityId, matterId }));

/** Everything of a matter from the publication of its resolution on, oldest first. */
export const readDisclosureParts = async (db: Db, communityId: string, matterId: string): Promise<DisclosureParts> => {
  const matter = { communityId, matterId };
  const published = await disclosuresOf(db, matter);
  const filed = await objectionsOf(db, matter);
  const progress = await progressOf(db, matter);
  const people = await loadPeople(db, communityId, [
    ...filed.flatMap((one) => [one.byId, one.answeredBy]),
    ...progress.map((one) => one.byId),
  ]);
  const files = await loadFiles(
    db,
    communityId,
    [...published, ...progress].map((one) => one.fileIds),
  );
  return {
    disclosures: published.map((one) => presentDisclosure(one, files)),
    objections: filed.map((one) => presentObjection(one, people)),
    progress: progress.map((one) => presentProgress(one, people, files)),
    spentFen: sumSpent(progress),
    ratings: await readRatings(db, communityId, matterId),
  };
};
