import type { MatterView } from '@bandeng/shared/deliberation/schemas.ts';
import { and, asc, count, eq } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';
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

export const readRatings = async (db: Db, communityId: string, matterId: string): Promise<MatterView['ratings']> => {
  const { ratings } = db.t;
  const counted = await db
    .select({ stars: ratings.stars, count: count() })
    .from(ratings)
    .where(and(eq(ratings.communityId, communityId), eq(ratings.matterId, matterId)))
    .groupBy(ratings.stars);
  return presentRatings(counted);
};

/** Everything of a matter from the publication of its resolution on, oldest first. */
export const readDisclosureParts = async (db: Db, communityId: string, matterId: string): Promise<DisclosureParts> => {
  const { disclosures, objections, progressEntries } = db.t;
  const published = await db
    .select()
    .from(disclosures)
    .where(and(eq(disclosures.communityId, communityId), eq(disclosures.matterId, matterId)))
    .orderBy(asc(disclosures.publishedAt), asc(disclosures.id));
  const filed = await db
    .select()
    .from(objections)
    .where(and(eq(objections.communityId, communityId), eq(objections.matterId, matterId)))
    .orderBy(asc(objections.filedAt), asc(objections.id));
  const progress = await db
    .select()
    .from(progressEntries)
    .where(and(eq(progressEntries.communityId, communityId), eq(progressEntries.matterId, matterId)))
    .orderBy(asc(progressEntries.at), asc(progressEntries.id));
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
