import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import type { Intake } from '@bandeng/shared/chat/schemas.ts';
import { createGroup } from '../../chat/create-group.ts';
import { createInvitation } from '../../chat/create-invitation.ts';
import { joinGroup } from '../../chat/join-group.ts';
import { answerIntake } from '../../chat/intakes/answer-intake.ts';
import { createIntake } from '../../chat/intakes/create-intake.ts';
import { reportMessage } from '../../chat/moderation/report-message.ts';
import type { CommandInput } from '../../platform/http/serve.ts';
import type { Director } from '../director.ts';
import { pick } from '../propose-matter.ts';
import { residentsOf } from './residents-of.ts';
import { say } from './say.ts';

const passed = { pass: true } as const;

type Typed<E> = E extends { readonly types?: infer S } ? NonNullable<S> : never;

/** What comes of the talk: a report on the lamps that is answered, a topic that waits, and what a moderator has to look at. */
export const handOn = async (d: Director, groupId: string, lampSeq: number): Promise<void> => {
  const { people } = await residentsOf(d, '2');
  const leader = pick(d.cast.duties('building-leader'), 1);
  const resident = pick([...d.cast.visitors].filter((id) => people.includes(id) && id !== leader), 0);
  const neighbours = people.filter((id) => id !== leader && id !== resident);
  const handle = (by: string, body: Parameters<typeof createIntake>[0]['body']) =>
    d.play<typeof api.createIntake.path, Typed<typeof api.createIntake>, Intake, typeof passed>(
      api.createIntake, createIntake, by, {}, body, passed,
    );
  await d.pass(20);
  const report = await handle(resident, { kind: 'case', title: '二单元三楼声控灯不亮', text: '老人晚上下楼看不见。', groupId, seqs: [lampSeq] });
  await d.pass(90);
  const worker = pick(d.cast.duties('grid-worker'), 0);
  const answers = [
    ['taken', '已请物业明天上午来看，网格员跟进。'],
    ['answered', '声控灯已换新，门口路灯一并修好。'],
  ] as const;
  for (const [status, reply] of answers) {
    await d.play(api.answerIntake, answerIntake, worker, { intakeId: report.id }, { status, reply });
    await d.pass(60);
  }
  await handle(resident, { kind: 'topic', title: '2 栋要不要也议加装电梯', text: '3 栋已经在两委商议了，想请主持人召集我们楼也谈一次。' });
  const loud = await say(d, groupId, pick(neighbours, 9), '谁再把电动车推上楼谁就没素质，缺德！', 30);
  const reporting = (act: CommandInput<typeof api.reportMessage>) => reportMessage(act, { groupId, seq: loud ?? 0, ...act.body });
  await d.play(api.reportMessage, reporting, pick(neighbours, 10), { groupId, messageSeq: String(loud) }, { reason: 'abuse', note: '请好好说话' });
  await say(d, groupId, pick(neighbours, 11), '兼职刷单，一天三百，加我。', 4);
  const { id: free = '' } = await d.play(api.createGroup, createGroup, leader, {}, { name: '枫林湾种花小组' });
  const made = await d.play<typeof api.createInvitation.path, Typed<typeof api.createInvitation>, { code: string }>(
    api.createInvitation, createInvitation, leader, { groupId: free }, { days: 30 },
  );
  for (const guest of neighbours.slice(0, 5)) await d.play(api.joinGroup, joinGroup, guest, { invitationCode: made.code }, undefined);
  await say(d, free, pick(neighbours, 2), '周末把门前花坛翻一翻，谁有多余的月季苗？', 15);
};
