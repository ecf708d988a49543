import { bulletinApi as api } from '@bandeng/shared/bulletin/api.ts';
import type { NoticeInput } from '@bandeng/shared/bulletin/schemas.ts';
import { and, eq } from 'drizzle-orm';
import { acknowledgeNotice } from '../../bulletin/acknowledge-notice.ts';
import { assignKnocks } from '../../bulletin/assign-knocks.ts';
import { correctNotice } from '../../bulletin/correct-notice.ts';
import { createNotice } from '../../bulletin/create-notice.ts';
import { markNoticeRead } from '../../bulletin/mark-read.ts';
import { publishNotice } from '../../bulletin/publish-notice.ts';
import type { Director } from '../director.ts';
import { pick } from '../propose-matter.ts';
import { residentsOf } from './residents-of.ts';

const dayMs = 86_400_000;

const draft = async (d: Director, author: string, input: NoticeInput): Promise<string> => {
  const { id = '' } = await d.play(api.createNotice, createNotice, author, {}, input);
  return id;
};

/** Puts a notice up, now or at a time. */
const post = async (d: Director, author: string, input: NoticeInput, at: number | null = null): Promise<string> => {
  const noticeId = await draft(d, author, input);
  await d.pass(3);
  await d.play(api.publishNotice, publishNotice, author, { noticeId }, { at });
  return noticeId;
};

const compoundOf = async ({ deps, cast }: Director): Promise<string> => {
  const { areas } = deps.store.t;
  const [found] = await deps.store.read((db) =>
    db.select({ id: areas.id }).from(areas).where(and(eq(areas.communityId, cast.communityId), eq(areas.kind, 'compound'))),
  );
  if (!found) throw new Error('the demonstration has no compound');
  return found.id;
};

/** Notices of the committee: one on fire safety that only needs reading, one on an activity whose hour was corrected. */
export const postCommitteeNotices = async (d: Director): Promise<void> => {
  const author = pick(d.cast.seats('residents-committee'), 1);
  const plain = { fileIds: [], areaIds: [await compoundOf(d)], bodyIds: [], needsAck: false };
  await d.until(d.ago(9, 10));
  await post(d, author, {
    ...plain,
    category: 'safety',
    title: '楼道堆物和电动车充电安全提醒',
    body: '各位邻居：\n\n近日巡查发现多处楼道堆放纸箱、电动车在门厅充电。请在本周内清走楼道杂物，电动车到车棚充电，不要把电池带回家充。\n\n发现火情请打 119，并在楼栋群里告诉大家。',
    expiresAt: d.now() + 30 * dayMs,
  });
  await d.until(d.ago(3, 16));
  const noticeId = await post(d, author, {
    ...plain,
    category: 'activity',
    title: '周日上午义诊、义剪和磨刀',
    body: '时间：周日 8:30–11:30\n地点：社区党群服务中心门前\n\n量血压、测血糖、理发、磨刀都免费，请带上自己的毛巾。',
    expiresAt: d.now() + 6 * dayMs,
  });
  await d.until(d.ago(2, 9));
  const change = { title: '周日上午义诊、义剪和磨刀', body: '时间：周日 9:00–12:00\n地点：社区党群服务中心门前\n\n量血压、测血糖、理发、磨刀都免费，请带上自己的毛巾。', fileIds: [] };
  await d.play(api.correctNotice, correctNotice, author, { noticeId }, { ...change, change: '开始时间由 8:30 改为 9:00', version: 1 });
};

/** Notices of building 2's leader: one on the water that most have acknowledged, one on its way, and one being written. */
export const postLeaderNotices = async (d: Director): Promise<string> => {
  const { areaId, people } = await residentsOf(d, '2');
  const leader = pick(d.cast.duties('building-leader'), 1);
  const plain = { fileIds: [], areaIds: [areaId], bodyIds: [], needsAck: true };
  await d.until(d.present - 7 * 3_600_000);
  const noticeId = await post(d, leader, {
    ...plain,
    category: 'utilities',
    title: '周四 9:00–15:00 二次供水改造停水',
    body: '各位邻居：\n\n因二次供水改造，2 栋将于周四 9:00–15:00 停水。\n\n请提前储水，关好水龙头，外出时检查一遍。恢复供水后先放一会儿水再用。\n\n家中有老人、病人需要帮忙备水的，请联系楼栋长。',
    expiresAt: d.now() + 6 * dayMs,
  });
  const readers = people.filter((id) => id !== leader && !d.cast.visitors.has(id));
  for (const [i, reader] of readers.entries()) {
    if (i % 6 === 5) continue;
    await d.pass(4);
    await d.play(api.markNoticeRead, markNoticeRead, reader, { noticeId }, { version: 1 });
    if (i % 6 !== 4) await d.play(api.acknowledgeNotice, acknowledgeNotice, reader, { noticeId }, { version: 1 });
  }
  const helperId = pick(people.filter((id) => id !== leader && d.cast.visitors.has(id)), 0);
  await d.play(api.assignKnocks, assignKnocks, leader, { noticeId }, { helperId });
  const power = { ...plain, category: 'utilities' as const, title: '下周二上午配电箱检修停电', body: '因配电箱检修，2 栋将于下周二 8:00–11:00 停电，电梯同时停运。', expiresAt: d.present + 9 * dayMs };
  await post(d, leader, power, d.present + 2 * dayMs);
  await draft(d, leader, { ...plain, category: 'activity', title: '周六下午院子里的板凳会', body: '请设计院的同志来讲讲电梯采光，带上板凳和问题。', needsAck: false, expiresAt: null });
  return noticeId;
};
