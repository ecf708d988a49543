import { moderates, type OrderFacts } from '@bandeng/shared/chat/who-moderates.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Tx } from '../../platform/store/store.ts';
import { lockGroup, type GroupRow } from '../load-group.ts';
import { loadOrderFacts } from './order-scope.ts';

/** The group, held until the write ends, if the actor keeps order in it; to others there is nothing to decide there. */
export const lockModerated = async (
  tx: Tx,
  actor: Actor,
  groupId: string,
): Promise<{ readonly group: GroupRow; readonly facts: OrderFacts } | undefined> => {
  const group = await lockGroup(tx, actor.communityId, groupId);
  if (group === undefined) return undefined;
  const facts = await loadOrderFacts(tx, actor, group);
  return moderates(facts) ? { group, facts } : undefined;
};
