import type { Director } from '../director.ts';
import { pick } from '../propose-matter.ts';
import { residentsOf } from './residents-of.ts';
import { say } from './say.ts';

/** What neighbours of building 2 say to the notice on the water: what the resident has not read yet. */
export const talkAboutWater = async (d: Director, groupId: string): Promise<void> => {
  const { people } = await residentsOf(d, '2');
  const leader = pick(d.cast.duties('building-leader'), 1);
  const resident = pick(people.filter((id) => id !== leader && d.cast.visitors.has(id)), 0);
  const neighbours = people.filter((id) => id !== leader && id !== resident);
  const asked = await say(d, groupId, pick(neighbours, 3), '周四要上班，家里老人一个人，谁能帮忙提两桶水？', 12);
  await say(d, groupId, pick(neighbours, 0), '我在家，到时候过去。', 5);
  const words = { kind: 'text' as const, text: '谢谢！对门两户没注册，麻烦您敲门说一声。', mentions: [resident] };
  await say(d, groupId, leader, asked === null ? words : { ...words, quoteSeq: asked }, 6);
  await say(d, groupId, pick(neighbours, 4), '收到 👌', 2);
};
