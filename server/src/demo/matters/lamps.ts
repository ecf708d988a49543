import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { conveneSession } from '../../deliberation/convene-session.ts';
import type { Director } from '../director.ts';
import { hostOf } from '../hold-meeting.ts';
import { pick, plainWords, proposeMatter } from '../propose-matter.ts';

/** 楼道声控灯更换: its first meeting has been announced and its time has come; somebody must open it. */
export const playLamps = async (d: Director): Promise<void> => {
  await d.until(d.ago(5, 9));
  const author = pick(d.cast.seats('branch-committee'), 4);
  const matterId = await proposeMatter(d, author, {
    ...plainWords,
    title: '楼道声控灯更换',
    summary: '四栋楼 96 个楼道灯换成声控节能灯，预算 5,760 元。',
    text: '楼道灯坏了三成，老人晚上摸黑上下楼。建议全部换成声控节能灯，每个 60 元，共 96 个。',
    budgetFen: 576_000,
  });
  const times = { startsAt: Math.min(d.ago(0, 8), d.present), closesAt: d.ago(-2, 20) };
  const question = '是否同意提出更换楼道声控灯？';
  const announced = { question, place: '社区党群服务中心', online: true, ...times, fileIds: [], joint: false };
  await d.play(api.conveneSession, conveneSession, hostOf(d, 'propose'), { matterId }, announced);
  await d.until(d.present);
};
