import { newGroup, newMember } from '../src/chat/new-group.ts';
import { foundCommunity } from '../src/community/found-community.ts';
import { createAccount } from '../src/platform/auth/create-account.ts';
import type { Deps } from '../src/platform/deps.ts';
import type { Tx } from '../src/platform/store/store.ts';

export interface Neighbour {
  readonly accountId: string;
  readonly residentId: string;
}

export interface Neighbours {
  readonly communityId: string;
  readonly people: readonly Neighbour[];
}

/** A community of so many people, every one a member of it. */
export const seatNeighbours = (deps: Deps, size: number): Promise<Neighbours> =>
  deps.store.write(async (tx) => {
    const { newId } = deps;
    const now = deps.clock();
    const founding = { id: newId(), name: '测速社区', publicToken: newId(), now, newId, administrator: { name: '管理员' } };
    const { communityId, bodies } = await foundCommunity(tx, founding);
    const people: Neighbour[] = [];
    for (let i = 0; i < size; i += 1) {
      const [accountId, residentId] = [newId(), newId()];
      await createAccount(tx, { id: accountId, name: `邻居${i}` }, now);
      const person = { communityId, id: residentId, accountId, name: `邻居${i}`, alias: '', phone: null };
      await tx.insert(tx.t.residents).values({ ...person, partyMember: false, birthDay: null, createdAt: now });
      const seat = { communityId, id: newId(), bodyId: bodies.representatives, residentId, position: '', households: 0 };
      await tx.insert(tx.t.bodyMembers).values({ ...seat, from: '2024-01-01', until: null, endReason: '' });
      people.push({ accountId, residentId });
    }
    return { communityId, people };
  });

/** A group of these people. All of them moderate it, so that only what a person may send is limited. */
export const seatGroup = async (tx: Tx, communityId: string, groupId: string, people: readonly Neighbour[], now: number): Promise<void> => {
  const begun = { communityId, id: groupId, kind: 'free', subjectId: null, title: '', name: '测速群', areaKind: null } as const;
  const group = newGroup({ ...begun, dwellings: null, naming: 'dwelling', speaking: 'everyone' }, now);
  await tx.insert(tx.t.groups).values({ ...group, memberCount: people.length });
  for (const { residentId } of people) {
    const member = { communityId, groupId, residentId, role: 'moderator', badge: null, label: '邻居 3-2-101' };
    await tx.insert(tx.t.groupMembers).values(newMember(member, 0, now));
  }
};
