import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import type { Body } from '@bandeng/shared/kernel/api.ts';
import { addProgress } from '../../deliberation/add-progress.ts';
import { answerObjection } from '../../deliberation/answer-objection.ts';
import { fileObjection } from '../../deliberation/file-objection.ts';
import { publishOutcome } from '../../deliberation/publish-outcome.ts';
import { rateMatter } from '../../deliberation/rate-matter.ts';
import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import type { Director } from '../director.ts';
import { drawRoof, drawVoucher } from '../drawing/pictures.ts';
import { hostOf } from '../hold-meeting.ts';
import { pick, plainWords, proposeMatter } from '../propose-matter.ts';
import { passMeetings, putUpResolution } from './pass-meetings.ts';

type Entry = Omit<Body<typeof api.addProgress>, 'day' | 'fileIds'>;
const company = '市安居防水工程有限公司';
const note = (kind: Entry['kind'], title: string, text: string): Entry => ({
  kind,
  title,
  text,
  amountFen: null,
  payee: '',
});
const paid = (title: string, amountFen: number): Entry => ({
  kind: 'payment',
  title,
  text: '',
  amountFen,
  payee: company,
});

/** Days ago → what was reported; the payments add up to 38,420.00 yuan. */
const work: readonly (readonly [daysAgo: number, entry: Entry])[] = [
  [52, note('tender', '三家比价', '报价 41,200.00、38,420.00、44,600.00 元，选用最低的一家。')],
  [48, note('contract', '签订施工合同', '工期二十天，质保五年，居务监督委员会在场见证。')],
  [46, paid('预付材料款', 1_152_600)],
  [41, note('schedule', '开工公告', '每天 8:30–11:30、14:30–17:30 施工，午休不施工。')],
  [36, note('work', '旧防水层清理', '清运旧卷材四车，屋面找平。')],
  [30, paid('工程进度款', 1_921_000)],
  [22, note('work', '新防水层完工', '铺设两道卷材，女儿墙收口。')],
  [16, note('acceptance', '闭水试验与验收', '蓄水 48 小时无渗漏，三名监督员签字。')],
  [14, paid('工程尾款', 768_400)],
];

/** Twenty-three neighbours, 108 stars: 4.7 of 5. */
const ratings: readonly (readonly [stars: number, text: string])[] = [
  [5, '下了两场雨，一滴没漏，谢谢！'],
  [5, '账目贴得清清楚楚，放心。'],
  [4, '施工早了点，有时候八点就响了。'],
  [5, '师傅干活利索，垃圾当天清走。'],
  [3, '楼道灰大，希望以后收工前扫一扫。'],
  [4, ''],
  [4, '总体满意。'],
  [4, ''],
  [4, ''],
  ...Array.from({ length: 14 }, () => [5, ''] as const),
];

/** 楼顶漏水修复: done, paid to the fen, its outcome on the board and rated by neighbours. */
export const playRoof = async (d: Director): Promise<void> => {
  const { cast } = d;
  const host = hostOf(d, 'resolve');
  await d.until(d.ago(100, 9));
  const author = pick(cast.seats('branch-committee'), 2);
  const before = await d.attach(author, '楼顶现状.png', drawRoof(false));
  const matterId = await proposeMatter(d, author, {
    ...plainWords,
    title: '楼顶漏水修复',
    summary: '3 栋、4 栋楼顶防水翻新，预算 40,000 元，从小区公共收益列支。',
    text: '3 栋、4 栋顶层 14 户连续三年雨季漏水。建议翻新两栋楼顶防水层，预算不超过 40,000 元，从小区公共收益列支，不向居民收钱。',
    budgetFen: 4_000_000,
    fileIds: [before],
  });
  await passMeetings(d, { matterId, question: '是否同意翻新 3 栋、4 栋楼顶防水层？' }, [97, 94, 90, 86]);
  await d.until(d.ago(84, 10));
  const { disclosureId, endsAt } = await putUpResolution(
    d,
    matterId,
    '决定翻新 3 栋、4 栋楼顶防水层，费用不超过 40,000.00 元，从公共收益列支；选三家比价，价低者得，支出逐笔公开。',
  );
  await d.until(d.ago(80, 20));
  const { id: objectionId = '' } = await d.play(
    api.fileObjection,
    fileObjection,
    pick(cast.neighbours, 9),
    { disclosureId },
    { text: '公共收益还剩多少？用了以后够不够修大门？' },
  );
  await d.until(d.ago(79, 11));
  const answer = '公共收益账上有 126,300.00 元，修完楼顶还余 86,000 多元，足够修大门；账目已贴在公开栏。';
  await d.play(api.answerObjection, answerObjection, host, { objectionId }, { answer, uphold: false });
  await d.until(endsAt);
  for (const [i, [daysAgo, entry]] of work.entries()) {
    await d.until(d.ago(daysAgo, 16));
    const files = [
      ...(entry.kind === 'payment' ? [await d.attach(host, `发票${i}.png`, drawVoucher(i))] : []),
      ...(entry.kind === 'work' ? [await d.attach(host, `现场${i}.png`, drawRoof(daysAgo < 30))] : []),
    ];
    await d.play(api.addProgress, addProgress, host, { matterId }, { ...entry, day: dayAt(d.now()), fileIds: files });
  }
  await d.until(d.ago(8, 10));
  const after = await d.attach(host, '完工照片.png', drawRoof(true));
  const text =
    '3 栋、4 栋楼顶防水已全部翻新，闭水试验 48 小时无渗漏，居务监督委员会全程见证。\n\n共支出 38,420.00 元，比预算节约 1,580.00 元，结余留在公共收益专账。质保五年，报修请找社区居委会。';
  await d.play(api.publishOutcome, publishOutcome, host, { matterId }, { text, days: 15, fileIds: [before, after] });
  for (const [i, [stars, words]] of ratings.entries()) {
    await d.pass(290);
    await d.play(api.rateMatter, rateMatter, pick(cast.neighbours, i), { matterId }, { stars, text: words });
  }
  await d.until(d.present);
};
