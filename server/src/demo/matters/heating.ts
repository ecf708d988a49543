import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { reviseMatter } from '../../deliberation/revise-matter.ts';
import type { Director } from '../director.ts';
import { drawBars } from '../drawing/pictures.ts';
import { writePdf } from '../drawing/write-pdf.ts';
import { holdMeeting, openMeeting, readRoll, vote } from '../hold-meeting.ts';
import { discuss, pick, plainWords, proposeMatter, revisionOf } from '../propose-matter.ts';

const place = '社区居民议事厅';

/** The next evening at eight that leaves a visitor at least six hours. */
const nextEvening = (d: Director): number => (d.ago(0, 20) - d.present >= 6 * 3_600_000 ? d.ago(0, 20) : d.ago(-1, 20));

/** 香郡小区暖气改造: sent back once for its price, in its second version before the representatives, half of whom have voted. */
export const playHeating = async (d: Director): Promise<void> => {
  const { cast } = d;
  const author = pick(cast.seats('branch-committee'), 0);
  const neighbour = (i: number) => pick(cast.neighbours, i);
  await d.until(d.ago(36, 9));
  const first = await d.attach(
    author,
    '方案第1版.pdf',
    writePdf('香郡小区暖气改造方案（第 1 版）', [
      '一、现状：供暖管网用了二十一年，去冬室温不到 16 ℃ 的有 43 户，报修 118 次。',
      '二、做法：引入第三方机构建设换热站，总价不超过 1,080,000.00 元。',
      '三、资金：居民自筹 540,000.00 元，其余申请改造补助。',
    ]),
  );
  const words = {
    ...plainWords,
    title: '香郡小区暖气改造',
    summary: '引入第三方建设智能换热站，居民自筹 54 万元，每户不超过 2,160 元。',
    text: '小区供暖管网已用二十一年，去年冬天 43 户室温不到 16 ℃。建议引入第三方机构新建智能换热站并更换楼内立管，总价不超过 108 万元。',
    budgetFen: 108_000_000,
    fileIds: [first],
  };
  const matterId = await proposeMatter(d, author, words);
  const meeting = { matterId, place, question: '是否同意把香郡小区暖气改造列为今年的公益事业项目？' };
  await discuss(d, matterId, 'propose', [
    [neighbour(0), '我家在顶楼，去年冬天只有 14 度，老人天天裹着被子，支持早点改。'],
    [neighbour(1), '一户两千多太多了，能不能多跑几家比价？'],
  ]);
  await holdMeeting(d, {
    ...meeting,
    stageId: 'propose',
    startsAt: d.ago(33, 19),
    closesAt: d.ago(33, 21),
    minutes: '会议听取了入户调查情况，一致同意提出。',
  });
  await d.until(d.ago(32, 10));
  await holdMeeting(d, {
    ...meeting,
    stageId: 'consult',
    startsAt: d.ago(30, 19),
    closesAt: d.ago(30, 21),
    no: 6,
    reasons: ['总价偏高，先比三家再议。', '自筹的部分居民反映负担重。', '没有写清楚施工时谁来监督。'],
    minutes: '多数委员认为总价偏高、监督办法不明确，建议比价后修改再议。',
  });
  await d.until(d.ago(27, 10));
  const second = await d.attach(
    author,
    '方案第2版.pdf',
    writePdf('香郡小区暖气改造方案（第 2 版）', [
      '一、比价：三家单位报价分别为 1,046,000.00、920,000.00、978,000.00 元，建议选用第二家。',
      '二、资金：居民自筹 450,000.00 元，每户不超过 1,800.00 元，进入专账，逐笔公开。',
      '三、监督：由居民推选管理员、监督员各三名，隐蔽工程验收须有监督员签字。',
    ]),
  );
  const quotes = await d.attach(author, '三家报价对比.png', drawBars([10_460, 9_200, 9_780]));
  const revised = {
    ...words,
    summary: '引入第三方建设智能换热站，居民自筹 45 万元，每户不超过 1,800 元。',
    text: '经三家比价，总价降到不超过 92 万元。\n\n居民自筹 45 万元，每户不超过 1,800 元，进入专账，逐笔公开；其余申请改造补助。施工期间由居民推选管理员、监督员各三名，隐蔽工程验收须有监督员签字。',
    budgetFen: 92_000_000,
    fileIds: [second, quotes],
  };
  const reason = '按两委意见比价三家，总价由 108 万元降到 92 万元，补充了监督办法。';
  const revision = await revisionOf(d, matterId);
  await d.play(api.reviseMatter, reviseMatter, author, { matterId }, { ...revised, revision, reason });
  await holdMeeting(d, {
    ...meeting,
    stageId: 'propose',
    startsAt: d.ago(25, 19),
    closesAt: d.ago(25, 21),
    minutes: '同意按第 2 版重新提出。',
  });
  await d.until(d.ago(24, 9));
  await holdMeeting(d, {
    ...meeting,
    stageId: 'consult',
    startsAt: d.ago(22, 19),
    closesAt: d.ago(22, 21),
    abstain: 1,
    recusal: '亲属在其中一家报价单位工作。',
    minutes: '对比三家报价和施工方案，同意选用第二家；一名委员申明利害关系回避。',
  });
  await discuss(d, matterId, 'consult', [
    [neighbour(2), '价格降下来了，也写清楚谁监督，我没意见。'],
    [pick(cast.duties('building-leader'), 0), '我们楼问了一圈，十二户里十户同意，两户想分两次交。'],
  ]);
  await d.until(d.ago(18, 9));
  await holdMeeting(d, {
    ...meeting,
    stageId: 'review',
    startsAt: d.ago(15, 19),
    closesAt: d.ago(15, 21),
    no: 2,
    abstain: 1,
    absent: 3,
    minutes: '到会党员逐条讨论了资金和监督办法，表示带头缴纳自筹款、带头参加监督。',
    unsigned: true,
  });
  await discuss(d, matterId, 'resolve', [[neighbour(3), '请代表们帮忙问一下：租户要不要交？']]);
  await d.until(d.ago(4, 10));
  const resolve = {
    ...meeting,
    stageId: 'resolve' as const,
    question: '同意由社区与中标方签订换热站建设合同，总价不超过 92 万元，居民自筹部分进入专账，逐笔公开。',
    startsAt: d.ago(1, 9),
    closesAt: nextEvening(d),
    no: 1,
    abstain: 1,
    reasons: ['希望分两次缴纳。'],
  };
  const sessionId = await openMeeting(d, resolve);
  const roll = await readRoll(d, sessionId);
  const early = roll.filter((id) => !cast.visitors.has(id)).slice(0, Math.floor((roll.length * 3) / 5));
  await vote(d, sessionId, early, resolve, 25);
  await d.until(d.present);
};
