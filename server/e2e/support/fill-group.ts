import { and, eq, isNull } from 'drizzle-orm';
import { appendMessage } from '../../src/chat/append-message.ts';
import { lockGroup } from '../../src/chat/load-group.ts';
import { openStore } from '../../src/platform/store/open-store.ts';
import { communityId } from './neighbours.ts';

const perWrite = 500;
const words = ['门口的灯又不亮了', '周六院子里开板凳会', '收到，谢谢', '快递放在岗亭了，谁家的来取一下', '电梯的事再议一议', '👍'];

/** What the nth of them says; each can be searched for by its number. */
export const wordsOf = (n: number): string => `第${n}句 ${words[n % words.length] ?? ''}${n % 17 === 0 ? '，说得长一点，好让这一行换行：'.repeat(6) : ''}`;

/** Lets the members of a group say many things, one a second until `now`, while no server runs on the folder; gives the last `seq`. */
export const fillGroup = async (dataDir: string, groupId: string, count: number, now: number): Promise<number> => {
  const store = await openStore({ dataDir, databaseUrl: null }, (error) => {
    throw error;
  });
  const { groupMembers: m } = store.t;
  const members = await store.read((db) =>
    db
      .select({ id: m.residentId })
      .from(m)
      .where(and(eq(m.communityId, communityId), eq(m.groupId, groupId), isNull(m.leftAt))),
  );
  let last = 0;
  for (let from = 0; from < count; from += perWrite) {
    last = await store.write(async (tx) => {
      let seq = 0;
      for (let n = from; n < Math.min(count, from + perWrite); n += 1) {
        const group = await lockGroup(tx, communityId, groupId);
        if (group === undefined) throw new Error(`no group ${groupId}`);
        const authorId = members[Math.floor(n / 3) % members.length]?.id ?? null;
        const at = now - (count - n) * 1000;
        const said = { authorId, sentAs: `filled-${n}`, kind: 'text', text: wordsOf(n), body: {} } as const;
        seq = (await appendMessage(tx, group, n % 40 === 39 ? { ...said, quoteSeq: group.lastSeq - 30 } : said, at)).seq;
      }
      return seq;
    });
  }
  await store.close();
  return last;
};
