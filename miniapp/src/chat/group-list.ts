import type { GroupRow, LastLine, Message } from '@bandeng/shared/chat/schemas.ts';
import type { ChannelEvent } from '@bandeng/shared/platform/realtime.ts';

const excerpt = 80;

const lineOf = (message: Message): LastLine => ({
  seq: message.seq,
  at: message.at,
  kind: message.kind,
  label: message.author?.label ?? message.event?.label ?? '',
  text: (message.text === '' ? (message.file?.name ?? '') : message.text).slice(0, excerpt),
  state: message.state,
});

const withPosted = (row: GroupRow, message: Message, me: string): GroupRow => {
  if (row.last !== null && message.seq <= row.last.seq) return row;
  const own = message.author?.id === me;
  const asked = message.mentionsAll || message.mentions.includes(me);
  return {
    ...row,
    last: lineOf(message),
    // Own words are read where nothing before them was unread: they may have waited for a line or a moderator.
    unread: own && row.unread === 0 ? 0 : row.unread + 1,
    mentioned: row.mentioned || (!own && asked),
  };
};

const withChanged = (row: GroupRow, message: Message): GroupRow =>
  row.last?.seq === message.seq ? { ...row, last: lineOf(message) } : row;

const withEvent = (row: GroupRow, event: ChannelEvent, me: string): GroupRow => {
  if (event.seq <= row.cursor) return row;
  const seen = { ...row, cursor: event.seq };
  switch (event.type) {
    case 'message-posted':
      return withPosted(seen, event.data as Message, me);
    case 'message-changed':
      return withChanged(seen, event.data as Message);
    case 'group-changed': {
      const { name, members } = event.data as { name: string; members: number };
      return { ...seen, name, members };
    }
    default:
      return seen;
  }
};

/**
 * A row of the list after events of its channel. Those that the row has seen already change nothing, so that a list fetched
 * meanwhile counts nothing twice.
 */
export const withEvents = (row: GroupRow, events: readonly ChannelEvent[], me: string): GroupRow =>
  events.reduce((now, event) => withEvent(now, event, me), row);

/** Read up to `readSeq`, here or on another device; null: how many are left only the server knows. */
export const withRead = (row: GroupRow, readSeq: number): GroupRow | null => {
  if (row.unread === 0) return row;
  return readSeq >= (row.last?.seq ?? 0) ? { ...row, unread: 0, mentioned: false } : null;
};

const newest = (row: GroupRow): number => row.last?.at ?? 0;

/** Pinned ones first, then the latest word first; groups that never spoke keep the order of the server. */
export const inOrder = (rows: readonly GroupRow[]): GroupRow[] =>
  [...rows].sort((a, b) => Number(b.pinned) - Number(a.pinned) || newest(b) - newest(a));

/** What the tab shows: silenced groups count only when they call me. */
export const countUnread = (rows: readonly GroupRow[]): number =>
  rows.reduce((sum, row) => sum + (row.silenced ? (row.mentioned ? 1 : 0) : row.unread), 0);

export const badgeOf = (n: number): string => (n > 99 ? '99+' : String(n));
