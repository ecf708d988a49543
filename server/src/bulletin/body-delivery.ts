import { dwellingState, isReached } from '@bandeng/shared/bulletin/delivery.ts';
import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { and, eq, isNull, notExists, sql } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';
import { dwellingsIn, isEmpty, seatsIn, type Listener, type Places } from './audience.ts';
import { expandBodies } from './load-mine.ts';
import type { NoticeRecord } from './rows.ts';

export interface BodyReader extends Listener {
  readonly state: ReturnType<typeof dwellingState>;
}

/** Members of the scope's bodies who live in none of its dwellings: they are met as people, not behind a door. */
export const listBodyReaders = async (db: Db, notice: NoticeRecord, places: Places, now: number): Promise<BodyReader[]> => {
  const { communityId, id, version } = notice;
  const bodyIds = await expandBodies(db, communityId, notice.bodyIds);
  if (bodyIds.length === 0) return [];
  const { bodyMembers: m, residents: r, noticeReaders: p, tenures: t, dwellings: d } = db.t;
  const home = db
    .select({ id: t.id })
    .from(t)
    .innerJoin(d, and(eq(d.communityId, t.communityId), eq(d.id, t.dwellingId)))
    .where(and(eq(t.communityId, communityId), eq(t.residentId, r.id), isNull(t.until), isEmpty(places) ? sql`1 = 0` : dwellingsIn(db, communityId, places)));
  const rows = await db
    .selectDistinct({ id: r.id, accountId: r.accountId, readVersion: p.readVersion, ackVersion: p.ackVersion })
    .from(m)
    .innerJoin(r, and(eq(r.communityId, m.communityId), eq(r.id, m.residentId)))
    .leftJoin(p, and(eq(p.communityId, communityId), eq(p.noticeId, id), eq(p.residentId, r.id)))
    .where(and(seatsIn(db, communityId, bodyIds, dayAt(now)), notExists(home)));
  return rows.map(({ id: residentId, accountId, readVersion, ackVersion }) => {
    const person = { hasAccount: accountId !== null, readVersion: readVersion ?? 0, ackVersion: ackVersion ?? 0 };
    return { id: residentId, accountId, state: dwellingState([person], 0, version) };
  });
};

export const missingOf = (readers: readonly BodyReader[], needsAck: boolean): BodyReader[] =>
  readers.filter(({ state }) => !isReached(state, needsAck));
