import type { MatterEvent, MatterReply } from '@bandeng/shared/deliberation/schemas.ts';
import type { Actor } from '../platform/http/actor.ts';
import { publish, readChannelSeq } from '../platform/realtime/publish.ts';
import type { Tx } from '../platform/store/store.ts';
import { readStanding } from './read-standing.ts';

export const matterChannel = (matterId: string): string => `matter:${matterId}`;

/**
 * Sends events to everybody who watches the matter, in this order, once the write is durable. Each carries the whole
 * `MatterEvent`, ready for `evolve`.
 * @returns the channel's sequence after the last one
 */
export const publishMatterEvents = async (
  tx: Tx,
  communityId: string,
  matterId: string,
  events: readonly MatterEvent[],
  now: number,
): Promise<number> => {
  const channel = matterChannel(matterId);
  let cursor: number | undefined;
  for (const event of events) cursor = await publish(tx, communityId, channel, event.type, event, now);
  return cursor ?? readChannelSeq(tx, communityId, channel);
};

/** Publishes what a command did, and answers its caller with the same events and with what is allowed now. */
export const matterReply = async (
  tx: Tx,
  actor: Actor,
  matterId: string,
  events: readonly MatterEvent[],
  now: number,
): Promise<MatterReply> => {
  const cursor = await publishMatterEvents(tx, actor.communityId, matterId, events, now);
  return { events: [...events], cursor, ...(await readStanding(tx, actor, matterId, now)) };
};
