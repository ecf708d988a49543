import { communityApi } from '@bandeng/shared/community/api.ts';
import { and, eq } from 'drizzle-orm';
import { areaGroupId } from '../../chat/group-ids.ts';
import { setMyAlias } from '../../community/set-my-alias.ts';
import type { Director } from '../director.ts';
import { drawLift } from '../drawing/pictures.ts';
import { pick } from '../propose-matter.ts';
import { residentsOf } from './residents-of.ts';
import { haveRead, say } from './say.ts';

const aliases = ['阿姨', '师傅', '老师', '工', '奶奶', '叔', '姐'] as const;

/** Some neighbours go by what others call them: 陈阿姨, 王工. */
const nameNeighbours = async (d: Director, people: readonly string[]): Promise<void> => {
  for (const [i, alias] of aliases.entries()) {
    const person = pick(people, i);
    const { residents: r } = d.deps.store.t;
    const [found] = await d.deps.store.read((db) =>
      db.select({ name: r.name }).from(r).where(and(eq(r.communityId, d.cast.communityId), eq(r.id, person))),
    );
    const surname = found?.name.slice(0, 1) ?? '';
    await d.play(communityApi.setMyAlias, (act) => setMyAlias(act, act.body.alias), person, {}, { alias: `${surname}${alias}` });
  }
};

const findMatter = async (d: Director, title: string): Promise<string> => {
  const { matters: m } = d.deps.store.t;
  const [found] = await d.deps.store.read((db) =>
    db.select({ id: m.id }).from(m).where(and(eq(m.communityId, d.cast.communityId), eq(m.title, title))),
  );
  if (!found) throw new Error(`the demonstration has no matter ${title}`);
  return found.id;
};

/** The group of building 2 on the days before the demonstration is set up; gives the message that asks for lamps. */
export const talkInBuilding = async (d: Director): Promise<{ groupId: string; lampSeq: number }> => {
  const { areaId, people } = await residentsOf(d, '2');
  const groupId = areaGroupId(areaId);
  const leader = pick(d.cast.duties('building-leader'), 1);
  const neighbours = people.filter((id) => id !== leader && !d.cast.visitors.has(id));
  const someone = (i: number) => pick(neighbours, i);
  const tell = (speaker: string, said: Parameters<typeof say>[3], minutes?: number) => say(d, groupId, speaker, said, minutes);

  await d.until(d.ago(2, 18, 30));
  await nameNeighbours(d, neighbours);
  await d.pass(5);
  await tell(leader, '各位邻居好，我是咱们 2 栋的楼栋长。以后停水停电、楼道维修都在这里说，有事直接找我。');
  await tell(someone(0), '好的，辛苦了 👍', 6);
  await tell(someone(1), '门口那盏灯坏了有一阵了，晚上回来看不清台阶。', 14);
  const lampSeq = (await tell(someone(2), '二单元三楼的声控灯也不亮，老人上下楼不安全。', 2)) ?? 0;
  await tell(leader, { kind: 'text', text: '记下了，明天请物业一起来看。', quoteSeq: lampSeq }, 9);
  await tell(someone(3), '谢谢！', 1);

  await d.until(d.ago(1, 9, 12));
  await tell(someone(4), '腿脚不好，上下五楼真不行了，3 栋都在议加电梯，咱们能不能也议一议？', 0);
  await tell(someone(5), '上次说一楼担心采光，能不能请设计院来讲讲');
  await tell(leader, { kind: 'card', card: { kind: 'matter', id: await findMatter(d, '3 栋 2 单元加装电梯') } }, 12);
  const sketch = await d.attach(leader, '电梯位置示意.png', drawLift());
  await tell(leader, { kind: 'image', fileId: sketch }, 1);
  const asked = (await tell(someone(6), '同意先请人讲，图纸我带到板凳会上', 8)) ?? 0;
  await tell(someone(7), '有人卖二手电动车吗？', 40);
  const last = await tell(leader, { kind: 'text', text: '好，周六下午院子里见。', quoteSeq: asked, mentions: [someone(6)] }, 5);
  for (const reader of neighbours.slice(0, 14)) await haveRead(d, groupId, reader, last ?? 1);
  await haveRead(d, groupId, pick([...d.cast.visitors].filter((id) => people.includes(id) && id !== leader), 0), 7);
  return { groupId, lampSeq };
};
