import { and, count, eq, max, min } from 'drizzle-orm';
import type { Invariant } from './invariant.ts';

/** The kept events of a channel run without a gap up to its last sequence: whoever resumes misses nothing unawares. */
export const channelsHaveNoGaps: Invariant = {
  name: 'channels-have-no-gaps',
  find: async (db) => {
    const { channels: c, channelEvents: e } = db.t;
    const kept = await db
      .select({ communityId: c.communityId, channel: c.channel, lastSeq: c.lastSeq, first: min(e.seq), last: max(e.seq), events: count() })
      .from(c)
      .innerJoin(e, and(eq(e.communityId, c.communityId), eq(e.channel, c.channel)))
      .groupBy(c.communityId, c.channel, c.lastSeq);
    return kept
      .filter(({ lastSeq, first, last, events }) => last !== lastSeq || (last ?? 0) - (first ?? 0) + 1 !== events)
      .map(({ communityId, channel, lastSeq, first, last, events }) => ({
        communityId,
        subjectId: channel,
        found: `${events} events from ${first} to ${last}, and the channel is at ${lastSeq}`,
      }));
  },
};
