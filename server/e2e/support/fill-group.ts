import { and, desc, eq, isNull } from 'drizzle-orm';
import { appendMessage } from '../../src/chat/append-message.ts';
import { lockGroup } from '../../src/chat/load-group.ts';
import { openStore } from '../../src/platform/store/open-store.ts';
import type { Store } from '../../src/platform/store/store.ts';
import { communityId } from './neighbours.ts';

const perWrite = 500;
const words = ['门口的灯又不亮了', '周六院子里开板凳会', '收到，谢谢', '快递放在岗亭了，谁家的来取一下', '电梯的事再议一议', '👍'];

/** What the nth of them says; each can be searched for by its number. */
const wordsOf = (n: number): string =>
  `第${n}句 ${words[n % words.length] ?? ''}${n % 17 === 0 ? '，说得长一点，好让这一行换行：'.repeat(6) : ''}`;

/** The building's group that has talked most: that of the resident and the building leader of the demonstration. */
const findTalking = async (store: Store): Promise<string> => {
  const { groups: g } = store.t;
  const [found] = await store.read((db) =>
    db
      .select({ id: g.id })
      .from(g)
      .where(and(eq(g.communityId, communityId), eq(g.areaKind, 'building')))
      .orderBy(desc(g.lastSeq))
      .limit(1),
  );
  if (found === undefined) throw new Error('the demonstration has no group of a building');
  return found.id;
};

/** Lets the members of a building's group say many things, one a second until `now`, while no server runs on the folder. */
export const fillGroup = async (dataDir: string, count: number, now: number): Promise<void> => {
  const store = await openStore({ dataDir, databaseUrl: null }, (error) => {
    throw error;
  });
  const groupId = await findTalking(store);
  const { groupMembers: m } = store.t;
  const members = await store.read((db) =>
    db
      .select({ id: m.residentId })
      .from(m)
      .where(and(eq(m.communityId, communityId), eq(m.groupId, groupId), isNull(m.leftAt))),
  );
  for (let from = 0; from < count; from += perWrite) {
    await store.write(async (tx) => {
      for (let n = from; n < Math.min(count, from + perWrite); n += 1) {
        const group = await lockGroup(tx, communityId, groupId);
        if (group === undefined) throw new Error(`no group ${groupId}`);
        const authorId = members[Math.floor(n / 3) % members.length]?.id ?? null;
        const said = { authorId, sentAs: `filled-${n}`, kind: 'text', text: wordsOf(n), body: {} } as const;
        // Answers lead far back: further than what is on screen.
        const answers = n % 40 === 39 ? { quoteSeq: Math.max(1, group.lastSeq - 900) } : {};
        await appendMessage(tx, group, { ...said, ...answers }, now - (count - n) * 1000);
      }
    });
  }
  await store.close();
};
