import type { Naming, Speaking } from '@bandeng/shared/chat/vocabulary.ts';
import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../platform/store/store.ts';
import { newGroup } from '../new-group.ts';
import { countDwellings, registerGroupId, type Ground, type RegisterGroup } from './load-ground.ts';
import type { Move } from './plan-moves.ts';

/** Makes the groups that somebody belongs into for the first time. Whoever comes second finds them there. */
export const createRegisterGroups = async (
  tx: Tx,
  communityId: string,
  ground: Ground,
  moves: readonly Move[],
  now: number,
): Promise<void> => {
  const wanted = new Map<string, RegisterGroup>();
  for (const { follows } of moves) if (follows !== null) wanted.set(registerGroupId(follows), follows);
  if (wanted.size === 0) return;
  const { groups: g } = tx.t;
  const there = await tx
    .select({ id: g.id })
    .from(g)
    .where(and(eq(g.communityId, communityId), inArray(g.id, [...wanted.keys()])));
  for (const { id } of there) wanted.delete(id);
  if (wanted.size === 0) return;
  const dwellings = await countDwellings(tx, communityId);
  const rows = [...wanted].map(([id, follows]) => {
    const { naming, speaking }: { naming: Naming; speaking: Speaking } = ground.beginning(follows);
    const { kind, subjectId } = follows;
    return newGroup({ communityId, id, kind, subjectId, ...ground.outline(follows, dwellings), naming, speaking }, now);
  });
  await tx.insert(g).values(rows).onConflictDoNothing();
};
