import type { Kit } from '../store/kit.ts';

export const defineRealtimeTables = (k: Kit) => {
  const channels = k.table(
    'channels',
    { communityId: k.id().notNull(), channel: k.text().notNull(), lastSeq: k.int().notNull() },
    (t) => [k.pk({ columns: [t.communityId, t.channel] })],
  );
  const channelEvents = k.table(
    'channel_events',
    {
      communityId: k.id().notNull(),
      channel: k.text().notNull(),
      seq: k.int().notNull(),
      at: k.int().notNull(),
      type: k.text().notNull(),
      data: k.json<object>().notNull(),
    },
    (t) => [k.pk({ columns: [t.communityId, t.channel, t.seq] }), k.index('channel_events_at').on(t.at)],
  );
  return { channels, channelEvents };
};
