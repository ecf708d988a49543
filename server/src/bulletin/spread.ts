import type { OutreachCategory } from '@bandeng/shared/outreach/vocabulary.ts';
import { and, asc, eq, gt, lt } from 'drizzle-orm';
import { loadAreas } from '../community/areas.ts';
import { reach } from '../outreach/reach.ts';
import type { Deps } from '../platform/deps.ts';
import type { TimerHandler } from '../platform/jobs/timer-handler.ts';
import { setTimer } from '../platform/jobs/timers.ts';
import { publish } from '../platform/realtime/publish.ts';
import type { Db, Tx } from '../platform/store/store.ts';
import { listListeners, placesOf, type Listener } from './audience.ts';
import { listMissingPeople } from './delivery-levels.ts';
import { listBodyReaders, missingOf } from './body-delivery.ts';
import { findNotice, readText } from './load-notice.ts';
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

const tell = async (tx: Tx, deps: Deps, notice: NoticeRecord, purpose: Purpose, people: readonly Listener[], now: number) => {
  const { communityId, id } = notice;
  for (const person of people) {
    if (person.accountId !== null) await publish(tx, communityId, `me:${person.id}`, 'notices-changed', { noticeId: id }, now);
  }
  if (purpose === 'withdrawn') return;
  const { title } = await readText(tx, notice);
  const data = {
    title,
    place: await nameScope(tx, notice),
    time: String(notice.publishedAt ?? now),
    note: notes[purpose],
    page: noticePage(id).slice(1),
  };
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

/**
 * Tells the people whom a change of a notice concerns, some in this write and the others by a timer: on their own channel
 * (`notices-changed`) and, but for a withdrawal, on the ways that reach them outside the app.
 * @param from tells only those after this resident, by id
 */
export const spread = async (tx: Tx, deps: Deps, notice: NoticeRecord, purpose: Purpose, now: number, from = ''): Promise<void> => {
  const people = await listNext(tx, notice, purpose, from, now);
  await tell(tx, deps, notice, purpose, people, now);
  const last = people.at(-1);
  if (people.length < chunkSize || !last) return;
  const subjectId = `${purpose}.${notice.version}.${notice.id}.${last.id}`;
  await setTimer(tx, { communityId: notice.communityId, kind: spreadTimer, subjectId, dueAt: now });
};

/** The next step; what was corrected or withdrawn meanwhile is told by the newer change. */
export const spreadOn: TimerHandler = {
  run: async (tx, { communityId, subjectId }, deps) => {
    const [word, version, noticeId = '', from = ''] = subjectId.split('.');
    const purpose = purposes.find((one) => one === word);
    if (!purpose) throw new Error(`no purpose in ${subjectId}`);
    const notice = await findNotice(tx, communityId, noticeId);
    const current = notice?.version === Number(version) && (notice.status === 'withdrawn') === (purpose === 'withdrawn');
    if (notice && current) await spread(tx, deps, notice, purpose, deps.now, from);
  },
};
