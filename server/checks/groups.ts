import { and, count, eq, gt, isNull, max, min, or } from 'drizzle-orm';
import type { Db } from '../src/platform/store/store.ts';
import type { Invariant } from './invariant.ts';

const key = ({ communityId, groupId }: { communityId: string; groupId: string }) => `${communityId}/${groupId}`;

const readGroups = (db: Db) => {
  const { groups: g } = db.t;
  const { communityId, id: groupId, lastSeq, memberCount } = g;
  return db.select({ communityId, groupId, lastSeq, memberCount }).from(g);
};

/** The messages of a group are numbered from 1 to its last sequence, each number once: no history has a hole. */
export const messagesHaveNoGaps: Invariant = {
  name: 'messages-have-no-gaps',
  find: async (db) => {
    const { messages: m } = db.t;
    const counted = await db
      .select({ communityId: m.communityId, groupId: m.groupId, first: min(m.seq), last: max(m.seq), messages: count() })
      .from(m)
      .groupBy(m.communityId, m.groupId);
    const kept = new Map(counted.map((row) => [key(row), row]));
    return (await readGroups(db)).flatMap((group) => {
      const { first = null, last = 0, messages = 0 } = kept.get(key(group)) ?? {};
      const whole = messages === group.lastSeq && (last ?? 0) === group.lastSeq && (messages === 0 || first === 1);
      const found = `${messages} messages from ${first} to ${last}, and the group is at ${group.lastSeq}`;
      return whole ? [] : [{ communityId: group.communityId, subjectId: group.groupId, found }];
    });
  },
};

/** Nobody has read, or was mentioned in, what was not said yet. */
export const watermarksWithinGroup: Invariant = {
  name: 'watermarks-within-group',
  find: async (db) => {
    const { groups: g, groupMembers: m } = db.t;
    const ahead = await db
      .select({ communityId: m.communityId, subjectId: m.groupId, read: m.readSeq, mention: m.mentionSeq, last: g.lastSeq })
      .from(m)
      .innerJoin(g, and(eq(g.communityId, m.communityId), eq(g.id, m.groupId)))
      .where(or(gt(m.readSeq, g.lastSeq), gt(m.mentionSeq, g.lastSeq)));
    return ahead.map(({ communityId, subjectId, read, mention, last }) => ({
      communityId,
      subjectId,
      found: `read to ${read} and mentioned in ${mention}, and the group is at ${last}`,
    }));
  },
};

/** A group is said to have as many members as are in it. */
export const membersEqualRows: Invariant = {
  name: 'members-equal-rows',
  find: async (db) => {
    const { groupMembers: m } = db.t;
    const counted = await db
      .select({ communityId: m.communityId, groupId: m.groupId, members: count() })
      .from(m)
      .where(isNull(m.leftAt))
      .groupBy(m.communityId, m.groupId);
    const rows = new Map(counted.map((row) => [key(row), row.members]));
    return (await readGroups(db)).flatMap((group) => {
      const members = rows.get(key(group)) ?? 0;
      const found = `kept ${group.memberCount}, rows ${members}`;
      return members === group.memberCount ? [] : [{ communityId: group.communityId, subjectId: group.groupId, found }];
    });
  },
};
