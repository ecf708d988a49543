import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { answerObjection } from '../../deliberation/answer-objection.ts';
import { fileObjection } from '../../deliberation/file-objection.ts';
import type { Director } from '../director.ts';
import { writePdf } from '../drawing/write-pdf.ts';
import { hostOf } from '../hold-meeting.ts';
import { discuss, pick, plainWords, proposeMatter } from '../propose-matter.ts';
import { passMeetings, putUpResolution } from './pass-meetings.ts';

/** 小区道路微循环: voted in secret, its resolution on the board for six days; one objection answered, one waiting. */
export const playRoad = async (d: Director): Promise<void> => {
  const { cast } = d;
  const author = pick(cast.seats('branch-committee'), 3);
  await d.until(d.ago(28, 9));
  const plan = await d.attach(
    author,
    '单行示意.pdf',
    writePdf('小区道路微循环方案', [
      '东门进、西门出，内部道路改为顺时针单行。',
      '消防通道两侧划禁停线，新增非机动车位 60 个。',
    ]),
  );
  const matterId = await proposeMatter(d, author, {
    ...plainWords,
    title: '小区道路微循环',
    summary: '内部道路改为单行，东门进、西门出，消防通道禁停，新增非机动车位 60 个。',
    text: '早晚高峰小区里常常堵死，救护车进不来。建议内部道路改为顺时针单行，消防通道划禁停线，新增非机动车位 60 个，预算 28,000 元。',
    secret: true,
    budgetFen: 2_800_000,
    fileIds: [plan],
  });
  await discuss(d, matterId, 'propose', [
    [pick(cast.neighbours, 10), '支持单行，天天在门口顶牛。'],
    [pick(cast.neighbours, 11), '西门外是小学，上学时间出车要慢。'],
  ]);
  await passMeetings(d, { matterId, question: '是否同意小区内部道路改为单行？' }, [24, 20, 15, 10]);
  await d.until(d.ago(6, 10));
  const text =
    '决定小区内部道路改为顺时针单行，东门进、西门出；消防通道两侧禁停；新增非机动车位 60 个。费用不超过 28,000.00 元，从公共收益列支。';
  const { disclosureId } = await putUpResolution(d, matterId, text);
  await d.until(d.ago(5, 19));
  const sent = { text: '我家车位在西北角，改单行以后要绕大半圈，能不能在 4 栋后面留一个双向口？' };
  const { id: objectionId = '' } = await d.play(
    api.fileObjection,
    fileObjection,
    pick(cast.neighbours, 12),
    { disclosureId },
    sent,
  );
  await d.until(d.ago(4, 15));
  const answer = '已到现场看过：4 栋后面宽 6.2 米，可以保留双向，方案图已经改好，附在公开栏。';
  await d.play(api.answerObjection, answerObjection, hostOf(d, 'resolve'), { objectionId }, { answer, uphold: false });
  await d.until(Math.min(d.ago(1, 20), d.present));
  const open = { text: '西门外就是小学，七点半到八点能不能不让车从西门出？' };
  await d.play(api.fileObjection, fileObjection, pick(cast.neighbours, 11), { disclosureId }, open);
  await d.until(d.present);
};
