import { remindableOf, type DeliveryTally } from '@bandeng/shared/bulletin/delivery.ts';
import { nextDoorReminder } from '@bandeng/shared/bulletin/status.ts';
import { noticeLimits } from '@bandeng/shared/bulletin/vocabulary.ts';
import { and, eq, gt, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import type { Db, Tx } from '../platform/store/store.ts';
import { dwellingsIn, isEmpty, type Listener, type Places } from './audience.ts';
import { listMissingDwellings } from './delivery-levels.ts';
import type { NoticeRecord } from './rows.ts';

type Reminded = Pick<NoticeRecord, 'communityId' | 'id'>;

/** Both engines bound the number of values in a statement. */
const chunkSize = 200;

const chunksOf = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / chunkSize) }, (_, i) => ids.slice(i * chunkSize, (i + 1) * chunkSize));

/** Reminders of single doors that still stand against another one. */
const lately = ({ noticeReminders: m }: Db['t'], { communityId, id }: Reminded, now: number): SQL | undefined =>
  and(eq(m.communityId, communityId), eq(m.noticeId, id), gt(m.at, now - noticeLimits.reminderGapMs));

export interface DoorReminder {
  readonly dwellingId: string;
  readonly areaId: string;
  readonly at: number;
}

/** Doors in these places that were reminded by themselves too short a time ago to be reminded again. */
export const listDoorReminders = async (db: Db, notice: Reminded, places: Places, now: number): Promise<DoorReminder[]> => {
  if (isEmpty(places)) return [];
  const { noticeReminders: m, dwellings: d } = db.t;
  return db
    .select({ dwellingId: m.dwellingId, areaId: d.areaId, at: m.at })
    .from(m)
    .innerJoin(d, and(eq(d.communityId, m.communityId), eq(d.id, m.dwellingId)))
    .where(and(lately(db.t, notice, now), dwellingsIn(db, notice.communityId, places)));
};

/** The same, without those where somebody has answered since. */
export const listWaitingReminders = async (db: Db, notice: NoticeRecord, places: Places, now: number): Promise<DoorReminder[]> => {
  const all = await listDoorReminders(db, notice, places, now);
  if (all.length === 0) return [];
  const missing = new Set(await listMissingDwellings(db, notice, new Set(all.map(({ areaId }) => areaId))));
  return all.filter(({ dwellingId }) => missing.has(dwellingId));
};

/** Whether a unit may be reminded now: how many of its dwellings that would reach, and when again if none. */
export const remindUnitWhen = (
  tally: DeliveryTally,
  notice: NoticeRecord,
  waiting: readonly DoorReminder[],
  now: number,
): { readonly remindable: number; readonly nextReminderAt: number | null } => {
  const remindable = Math.max(0, remindableOf(tally, notice.needsAck) - waiting.length);
  const own = remindable === 0 && waiting.length > 0 ? Math.min(...waiting.map(({ at }) => at)) : null;
  return { remindable, nextReminderAt: nextDoorReminder(own, notice.lastReminderAt, now) };
};

/** People of doors that were reminded by themselves too short a time ago: a reminder to all passes them by. */
export const listRemindedPeople = async (db: Db, notice: Reminded, now: number): Promise<ReadonlySet<string>> => {
  const { noticeReminders: m, tenures: t } = db.t;
  const rows = await db
    .selectDistinct({ id: t.residentId })
    .from(m)
    .innerJoin(t, and(eq(t.communityId, m.communityId), eq(t.dwellingId, m.dwellingId), isNull(t.until)))
    .where(lately(db.t, notice, now));
  return new Set(rows.map(({ id }) => id));
};

/** Everybody who lives in or owns one of these doors, each once. */
export const listPeopleBehind = async (db: Db, communityId: string, dwellingIds: readonly string[]): Promise<Listener[]> => {
  const { tenures: t, residents: r } = db.t;
  const found = new Map<string, Listener>();
  for (const ids of chunksOf(dwellingIds)) {
    const people = await db
      .selectDistinct({ id: r.id, accountId: r.accountId })
      .from(t)
      .innerJoin(r, and(eq(r.communityId, t.communityId), eq(r.id, t.residentId)))
      .where(and(eq(t.communityId, communityId), inArray(t.dwellingId, ids), isNull(t.until)));
    for (const one of people) found.set(one.id, one);
  }
  return [...found.values()];
};

export const putDoorReminders = async (tx: Tx, { communityId, id }: Reminded, dwellingIds: readonly string[], now: number): Promise<void> => {
  const { noticeReminders: m } = tx.t;
  for (const ids of chunksOf(dwellingIds)) {
    await tx
      .insert(m)
      .values(ids.map((dwellingId) => ({ communityId, noticeId: id, dwellingId, at: now })))
      .onConflictDoUpdate({ target: [m.communityId, m.noticeId, m.dwellingId], set: { at: sql`excluded.at` } });
  }
};
