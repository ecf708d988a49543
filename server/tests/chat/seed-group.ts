import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import type { Message, MessageInput } from '@bandeng/shared/chat/schemas.ts';
import type { GroupRole, Speaking } from '@bandeng/shared/chat/vocabulary.ts';
import { and, asc, eq } from 'drizzle-orm';
import { newGroup, newMember } from '../../src/chat/new-group.ts';
import type { TestApp } from '../platform/test-app.ts';
import { buildVillage, type Villager, type Village } from '../disclosure/village.ts';

export interface TestGroup {
  readonly v: Village;
  readonly groupId: string;
  readonly params: { readonly communityId: string; readonly groupId: string };
}

export interface GroupAsked {
  readonly id?: string;
  readonly speaking?: Speaking;
  readonly village?: Village;
  readonly members?: Partial<Record<Villager, GroupRole>>;
}

const everybody: Partial<Record<Villager, GroupRole>> = { owner: 'owner', rep: 'moderator', neighbour: 'member', supervisor: 'member' };

/** A group of some villagers: 欧阳春梅 owns it, 王工 moderates, 赵明 and 郑监督 are members; the others are not in it. */
export const seedGroup = async (t: TestApp, asked: GroupAsked = {}): Promise<TestGroup> => {
  const v = asked.village ?? (await buildVillage(t));
  const { communityId } = v.c;
  const groupId = asked.id ?? t.deps.newId();
  const members = Object.entries(asked.members ?? everybody) as [Villager, GroupRole][];
  const begun = { communityId, id: groupId, kind: 'free', subjectId: null, title: '', name: '邻里群', areaKind: null } as const;
  const policy = { dwellings: null, naming: 'dwelling', speaking: asked.speaking ?? 'everyone' } as const;
  await t.deps.store.write(async (tx) => {
    await tx.insert(tx.t.groups).values({ ...newGroup({ ...begun, ...policy }, t.time.now()), memberCount: members.length });
    for (const [who, role] of members) {
      const member = { communityId, groupId, residentId: v.residents[who], role, badge: null, label: `${who} 3-2-101` };
      await tx.insert(tx.t.groupMembers).values(newMember(member, 0, t.time.now()));
    }
  });
  return { v, groupId, params: { communityId, groupId } };
};

/** Sends, expects that it is posted, and gives the message. */
export const send = async (
  t: TestApp,
  g: TestGroup,
  who: Villager,
  input: MessageInput | string,
  commandId?: string,
): Promise<Message> => {
  const body = typeof input === 'string' ? ({ kind: 'text', text: input } as const) : input;
  const asked = { params: g.params, body, ...(commandId === undefined ? {} : { commandId }) };
  const { message } = await t.as(g.v.by[who]).post(api.sendMessage, asked);
  if (message === null) throw new Error('the message was held');
  return message;
};

/** What the group's channel keeps: what somebody gets who resumes from nothing. */
export const readChannel = (t: TestApp, g: TestGroup): Promise<{ seq: number; type: string; data: object }[]> =>
  t.deps.store.read((db) => {
    const { channelEvents: e } = db.t;
    return db
      .select({ seq: e.seq, type: e.type, data: e.data })
      .from(e)
      .where(and(eq(e.communityId, g.v.c.communityId), eq(e.channel, `group:${g.groupId}`)))
      .orderBy(asc(e.seq));
  });

/** Takes somebody out of the group as the register would. */
export const takeOut = (t: TestApp, g: TestGroup, who: Villager): Promise<unknown> =>
  t.deps.store.write((tx) => {
    const { groupMembers: m } = tx.t;
    return tx
      .update(m)
      .set({ leftAt: t.time.now() })
      .where(and(eq(m.communityId, g.v.c.communityId), eq(m.groupId, g.groupId), eq(m.residentId, g.v.residents[who])));
  });
