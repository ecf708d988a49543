import type { OutreachCategory } from '@bandeng/shared/outreach/vocabulary.ts';
import { and, asc, eq, gt, inArray, lt } from 'drizzle-orm';
import { loadAreas } from '../community/areas.ts';
import { reach } from '../outreach/reach.ts';
import { renewWaiting } from '../outreach/renew-waiting.ts';
import type { Deps } from '../platform/deps.ts';
import type { TimerHandler } from '../platform/jobs/timer-handler.ts';
import { setTimer } from '../platform/jobs/timers.ts';
import { publish } from '../platform/realtime/publish.ts';
import type { Db, Tx } from '../platform/store/store.ts';
import { listListeners, placesOf, type Listener } from './audience.ts';
import { listBodyReaders, missingOf } from './body-delivery.ts';
import { listMissingPeople } from './delivery-levels.ts';
import { listRemindedPeople } from './door-reminders.ts';
import { findNotice, noticeScope, readText } from './load-notice.ts';
import { nameScope } from './name-scope.ts';
import { noticePage } from './paths.ts';
import type { NoticeRecord } from './rows.ts';

/** Why people are told: it is out, it was corrected since they read it, they are late, it is gone. */
const purposes = ['published', 'corrected', 'reminder', 'withdrawn'] as const;
export type Purpose = (typeof purposes)[number];

export const spreadTimer = 'spread-notice';

/** People told by one write: a notice to a whole community goes out in steps, and others write in between. */
const chunkSize = 300;

export const outreachCategory = ({ category }: Pick<NoticeRecord, 'category'>): OutreachCategory =>
  category === 'urgent' ? 'urgent' : 'notice';

const listReaders = (db: Db, { communityId, id, version }: NoticeRecord, from: string): Promise<Listener[]> => {
  const { noticeReaders: p, residents: r } = db.t;
  return db
    .select({ id: r.id, accountId: r.accountId })
    .from(p)
    .innerJoin(r, and(eq(r.communityId, p.communityId), eq(r.id, p.residentId)))
    .where(and(eq(p.communityId, communityId), eq(p.noticeId, id), lt(p.readVersion, version), gt(r.id, from)))
    .orderBy(asc(r.id))
    .limit(chunkSize);
};

const listMissing = async (db: Db, notice: NoticeRecord, from: string, now: number): Promise<Listener[]> => {
  const places = placesOf(await loadAreas(db, notice.communityId), notice.areaIds);
  const dwellers = await listMissingPeople(db, notice, places, { from, limit: chunkSize });
  const others = missingOf(await listBodyReaders(db, notice, places, now), notice.needsAck).filter(({ id }) => id > from);
  const all = [...dwellers, ...others.filter(({ id }) => !dwellers.some((one) => one.id === id))];
  return all.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, chunkSize);
};

const listNext = async (db: Db, notice: NoticeRecord, purpose: Purpose, from: string, now: number): Promise<Listener[]> => {
  if (purpose === 'corrected') return listReaders(db, notice, from);
  if (purpose === 'reminder') return listMissing(db, notice, from, now);
  const places = placesOf(await loadAreas(db, notice.communityId), notice.areaIds);
  return listListeners(db, notice.communityId, places, notice, now, { after: from, limit: chunkSize });
};

const notes: Readonly<Record<Exclude<Purpose, 'withdrawn'>, string>> = {
  published: '请打开小程序查看',
  corrected: '内容有更正，请重新查看',
  reminder: '您还没有确认，请打开查看',
};

const wordsOf = async (db: Db, notice: NoticeRecord, purpose: Exclude<Purpose, 'withdrawn'>, now: number) => ({
  title: (await readText(db, notice)).title,
  place: await nameScope(db, notice),
  time: String(notice.publishedAt ?? now),
  note: notes[purpose],
  page: noticePage(notice.id).slice(1),
});

/** What still waits to go out, the night over, will say what was corrected meanwhile. */
export const renewWords = async (tx: Tx, notice: NoticeRecord, now: number): Promise<void> => {
  const { communityId, id } = notice;
  await renewWaiting(tx, { communityId, owner: { kind: 'notice', id }, data: await wordsOf(tx, notice, 'published', now) });
};

/** Tells these people on their own channel and, but for a withdrawal, on the ways that reach them outside the app. */
export const tell = async (tx: Tx, deps: Deps, notice: NoticeRecord, purpose: Purpose, people: readonly Listener[], now: number) => {
  const { communityId, id } = notice;
  for (const person of people) {
    if (person.accountId !== null) await publish(tx, communityId, `me:${person.id}`, 'notices-changed', { noticeId: id }, now);
  }
  if (purpose === 'withdrawn') return;
  const data = await wordsOf(tx, notice, purpose, now);
  await reach(
    tx,
    deps,
    {
      communityId,
      residentIds: people.map((person) => person.id),
      category: outreachCategory(notice),
      owner: { kind: 'notice', id },
      data,
      ...(notice.expiresAt === null ? {} : { until: notice.expiresAt }),
    },
    now,
  );
};

/** Of these people, those who were told of this notice in another way already. */
const listToldElsewhere = async (
  db: Db,
  notice: NoticeRecord,
  purpose: Purpose,
  people: readonly Listener[],
  { version, now }: { readonly version: number; readonly now: number },
): Promise<ReadonlySet<string>> => {
  if (purpose === 'corrected' || purpose === 'withdrawn' || people.length === 0) return new Set();
  const reminded = purpose === 'reminder' ? await listRemindedPeople(db, notice, now) : [];
  if (version === notice.version) return new Set(reminded);
  // Whoever had read it before it was corrected is told of the correction.
  const { noticeReaders: p } = db.t;
  const ids = people.map(({ id }) => id);
  const readers = await db
    .select({ id: p.residentId })
    .from(p)
    .where(and(eq(p.communityId, notice.communityId), eq(p.noticeId, notice.id), inArray(p.residentId, ids)));
  return new Set([...reminded, ...readers.map(({ id }) => id)]);
};

interface Step {
  /** Tells only those after this resident, by id. */
  readonly from: string;
  /** The version in force when the first were told. */
  readonly version: number;
}

const take = async (tx: Tx, deps: Deps, notice: NoticeRecord, purpose: Purpose, now: number, { from, version }: Step): Promise<void> => {
  const people = await listNext(tx, notice, purpose, from, now);
  const told = await listToldElsewhere(tx, notice, purpose, people, { version, now });
  await tell(tx, deps, notice, purpose, people.filter(({ id }) => !told.has(id)), now);
  const last = people.at(-1);
  if (people.length < chunkSize || !last) return;
  const subjectId = `${purpose}.${version}.${notice.id}.${last.id}`;
  await setTimer(tx, { communityId: notice.communityId, kind: spreadTimer, subjectId, dueAt: now });
};

/** Tells the people whom a change of a notice concerns, some in this write and the others by a timer. */
export const spread = (tx: Tx, deps: Deps, notice: NoticeRecord, purpose: Purpose, now: number): Promise<void> =>
  take(tx, deps, notice, purpose, now, { from: '', version: notice.version });

const readStep = (subjectId: string) => {
  const [word, version, noticeId = '', from = ''] = subjectId.split('.');
  const purpose = purposes.find((one) => one === word);
  if (!purpose) throw new Error(`no purpose in ${subjectId}`);
  return { purpose, noticeId, step: { from, version: Number(version) } };
};

/**
 * Whether the rest is still to be told. A withdrawal ends everything else, a newer correction the older one; but those
 * who have not heard of the notice at all hear of it as it stands now.
 */
const goesOn = (notice: NoticeRecord, purpose: Purpose, version: number): boolean => {
  if (notice.status === 'withdrawn' || purpose === 'withdrawn') return notice.status === 'withdrawn' && purpose === 'withdrawn';
  return purpose !== 'corrected' || notice.version === version;
};

/** The next step, under the lock of the notice: nobody is called to what is being withdrawn. */
export const spreadOn: TimerHandler = {
  lock: ({ communityId, subjectId }) => noticeScope(communityId, readStep(subjectId).noticeId),
  run: async (tx, { communityId, subjectId }, deps) => {
    const { purpose, noticeId, step } = readStep(subjectId);
    const notice = await findNotice(tx, communityId, noticeId);
    if (notice && goesOn(notice, purpose, step.version)) await take(tx, deps, notice, purpose, deps.now, step);
  },
};
