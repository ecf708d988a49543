import type { ChannelEvent, ServerFrame } from '@bandeng/shared/platform/realtime.ts';
import { onLeave, currentToken, refreshTokens } from './session';
import { openLink, type Link } from './socket-link';

export interface Listener {
  /** Events of the channel, in order, each once. */
  readonly onEvents: (events: readonly ChannelEvent[]) => void;
  /** Too much was missed: fetch a fresh snapshot. Events after it follow. */
  readonly onGap: () => void;
}

interface Channel {
  seq: number;
  /** Each with the sequence it has seen: a newcomer's catch-up must not be repeated to the others. */
  readonly listeners: Map<Listener, number>;
}

/** One socket for the whole app; it exists while somebody listens. */
const channels = new Map<string, Channel>();
let link: Link | null = null;
let live = false;
let failures = 0;
let timer: ReturnType<typeof setTimeout> | null = null;

const pauseAfter = (n: number): number => Math.min(30_000, 1000 * 2 ** Math.min(n, 5));

const ask = (frame: { subscribe?: Record<string, number>; unsubscribe?: string[] }): void => {
  if (live) link?.send(JSON.stringify(frame));
};

const positions = (): Record<string, number> =>
  Object.fromEntries(Array.from(channels, ([name, { seq }]) => [name, seq] as const));

const deliver = (events: readonly ChannelEvent[], channel: Channel | undefined): void => {
  if (channel === undefined) return;
  const last = events[events.length - 1]?.seq ?? 0;
  channel.seq = Math.max(channel.seq, last);
  Array.from(channel.listeners).forEach(([listener, seen]) => {
    const unseen = events.filter((event) => event.seq > seen);
    if (unseen.length === 0) return;
    channel.listeners.set(listener, last);
    listener.onEvents(unseen);
  });
};

const receive = (text: string): void => {
  const batches = new Map<string, ChannelEvent[]>();
  for (const item of JSON.parse(text) as ServerFrame) {
    if ('closing' in item) {
      if (item.closing !== 'shutting-down') void refreshTokens(currentToken() ?? '');
      continue;
    }
    const channel = channels.get(item.channel);
    if (channel === undefined || 'refused' in item || 'live' in item) continue;
    if ('tooFar' in item) {
      channel.seq = item.seq;
      Array.from(channel.listeners.keys()).forEach((listener) => {
        channel.listeners.set(listener, item.seq);
        listener.onGap();
      });
    } else {
      batches.set(item.channel, [...(batches.get(item.channel) ?? []), item]);
    }
  }
  batches.forEach((events, name) => deliver(events, channels.get(name)));
};

const connect = (): void => {
  timer = null;
  const token = currentToken();
  if (link !== null || token === null || channels.size === 0) return;
  const mine = openLink(token, {
    onOpen: () => {
      live = true;
      failures = 0;
      ask({ subscribe: positions() });
    },
    onText: receive,
    onEnd: () => {
      if (link !== mine) return;
      // Never opened, twice: the token may be the reason, so the next attempt comes with a new one.
      const refused = !live && failures > 0;
      link = null;
      live = false;
      failures += 1;
      if (refused) void refreshTokens(token);
      schedule(pauseAfter(failures));
    },
  });
  link = mine;
};

const schedule = (ms: number): void => {
  if (timer === null && channels.size > 0) timer = setTimeout(connect, ms);
};

const disconnect = (): void => {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  const open = link;
  link = null;
  live = false;
  open?.close();
};

/**
 * Listens to a channel from the sequence of the snapshot at hand.
 * @param name as `channelName` of shared makes it
 * @returns a function that ends the subscription
 */
export const subscribe = (name: string, lastSeq: number, listener: Listener): (() => void) => {
  const known = channels.get(name);
  const channel = known ?? { seq: lastSeq, listeners: new Map<Listener, number>() };
  channel.seq = known === undefined ? lastSeq : Math.min(known.seq, lastSeq);
  channel.listeners.set(listener, lastSeq);
  channels.set(name, channel);
  if (link === null) schedule(0);
  else ask({ subscribe: { [name]: channel.seq } });
  return () => {
    channel.listeners.delete(listener);
    if (channel.listeners.size > 0 || channels.get(name) !== channel) return;
    channels.delete(name);
    ask({ unsubscribe: [name] });
    if (channels.size === 0) disconnect();
  };
};

/** When the app comes back to the front: a socket that the system has cut is opened again without waiting. */
export const wakeSocket = (): void => {
  failures = 0;
  if (link !== null) return;
  if (timer !== null) clearTimeout(timer);
  timer = null;
  connect();
};

onLeave(() => {
  channels.clear();
  disconnect();
});
