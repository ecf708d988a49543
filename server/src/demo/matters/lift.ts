import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { hideComment } from '../../deliberation/hide-comment.ts';
import type { Director } from '../director.ts';
import { drawLift } from '../drawing/pictures.ts';
import { holdMeeting, openMeeting, readRoll, vote } from '../hold-meeting.ts';
import { discuss, pick, plainWords, proposeMatter } from '../propose-matter.ts';

/** 3 栋 2 单元加装电梯: the two committees are voting; neighbours argue about light and noise. */
export const playLift = async (d: Director): Promise<void> => {
  const { cast } = d;
  const author = pick(cast.seats('branch-committee'), 1);
  const neighbour = (i: number) => pick(cast.neighbours, i);
  await d.until(d.ago(8, 10));
  const sketch = await d.attach(author, '电梯位置示意.png', drawLift());
  const matterId = await proposeMatter(d, author, {
    ...plainWords,
    title: '3 栋 2 单元加装电梯',
    summary: '六层楼梯房加装一部电梯，先做采光和噪声测算，费用由受益住户自愿分摊。',
    text: '3 栋 2 单元六层没有电梯，住着七位七十岁以上的老人。建议加装一部电梯：先请设计院测算采光和噪声并公开结果，再由受益住户签订分摊协议，一楼不出钱。',
    budgetFen: 46_000_000,
    fileIds: [sketch],
  });
  await discuss(d, matterId, 'propose', [
    [neighbour(4), '腿脚不好，上下五楼真不行了，盼着早点装上。'],
    [neighbour(5), '一楼担心挡光，能不能请设计院来讲讲？'],
  ]);
  const meeting = { matterId, place: '社区党群服务中心', question: '是否同意提出 3 栋 2 单元加装电梯？' };
  await holdMeeting(d, {
    ...meeting,
    stageId: 'propose',
    startsAt: d.ago(4, 19),
    closesAt: d.ago(4, 21),
    minutes: '同意提出，要求先做采光测算，一楼住户的意见单独列明。',
  });
  await d.until(d.ago(3, 9));
  const said = await discuss(d, matterId, 'consult', [
    [neighbour(6), '同意先请人来讲，图纸我带到板凳会上。'],
    [neighbour(7), '反对的都是自私！'],
    [neighbour(8), '电梯机房放在北侧，离卧室远一点。'],
    [pick(cast.duties('building-leader'), 1), '周六下午院子里开板凳会，设计院的同志来，请大家都来听。'],
  ]);
  const moderator = pick(cast.duties('facilitator'), 0);
  await d.pass(30);
  await d.play(
    api.hideComment,
    hideComment,
    moderator,
    { commentId: pick(said, 1) },
    { reason: '对事不对人，请不要指责邻居。' },
  );
  const consult = {
    ...meeting,
    stageId: 'consult' as const,
    question: '是否同意委托设计院测算采光和噪声，并在公开结果后提交党员大会审议？',
    startsAt: d.ago(1, 9),
    closesAt: d.ago(-2, 20),
  };
  const sessionId = await openMeeting(d, consult);
  const roll = await readRoll(d, sessionId);
  await vote(d, sessionId, roll.filter((id) => !cast.visitors.has(id)).slice(0, 4), consult, 40);
  await d.until(d.present);
};
