import type { Director } from '../director.ts';
import { holdMeeting } from '../hold-meeting.ts';
import { pick, plainWords, proposeMatter } from '../propose-matter.ts';

/** 东门道闸恢复封闭管理: rejected by the party members and back with its proposer, who can revise or end it. */
export const playGate = async (d: Director): Promise<void> => {
  const { cast } = d;
  const branch = cast.seats('branch-committee');
  const author = branch.find((id) => cast.visitors.has(id)) ?? pick(branch, 0);
  await d.until(d.ago(17, 9));
  const matterId = await proposeMatter(d, author, {
    ...plainWords,
    type: 'property-service',
    title: '东门道闸恢复封闭管理',
    summary: '东门私开的道闸封闭，只留人行门，车辆统一走南门。',
    text: '有居民随手拍反映东门道闸是私自开的，外来车辆穿行不安全。建议封闭东门道闸，只留刷卡人行门，车辆统一走南门。',
  });
  const meeting = { matterId, place: '社区党群服务中心', question: '是否同意封闭东门道闸？' };
  await holdMeeting(d, {
    ...meeting,
    stageId: 'propose',
    startsAt: d.ago(14, 19),
    closesAt: d.ago(14, 21),
    minutes: '同意提出。',
  });
  await d.until(d.ago(13, 9));
  await holdMeeting(d, {
    ...meeting,
    stageId: 'consult',
    startsAt: d.ago(11, 19),
    closesAt: d.ago(11, 21),
    no: 3,
    abstain: 1,
    minutes: '同意提交审议，请补充南门高峰期的车流数据。',
  });
  await d.until(d.ago(9, 9));
  await holdMeeting(d, {
    ...meeting,
    stageId: 'review',
    startsAt: d.ago(7, 19),
    closesAt: d.ago(7, 21),
    no: 11,
    abstain: 2,
    reasons: ['南门早高峰本来就堵，没有数据不放心。', '消防车平时走东门。', '建议先试行一个月。'],
    minutes: '多数党员认为缺少南门车流数据，也没有说明消防通道怎么办，建议补充后再提。',
  });
  await d.until(d.present);
};
