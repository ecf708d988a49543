import { publish } from '../platform/realtime/publish.ts';
import type { Tx } from '../platform/store/store.ts';
import { groupChannel } from './append-message.ts';
import { groupName, type GroupRow } from './load-group.ts';

/** Tells everybody in the group what it is called and how it is kept now. */
export const publishGroup = (tx: Tx, group: GroupRow, now: number): Promise<number> =>
  publish(
    tx,
    group.communityId,
    groupChannel(group.id),
    'group-changed',
    {
      name: groupName(group),
      naming: group.naming,
      speaking: group.speaking,
      version: group.version,
      pinnedSeq: group.pinnedSeq,
      members: group.memberCount,
    },
    now,
  );
