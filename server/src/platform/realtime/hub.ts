import { parseChannel } from '@bandeng/shared/platform/realtime.ts';
import type { Deps } from '../deps.ts';
import { describeBug } from '../http/answer-errors.ts';
import { openCatchUp } from './catch-up.ts';
import { encodeEvent, frameEvents, type EncodedEvent, type Frame } from './frame.ts';
import { openPace } from './pace.ts';
import { hearPublished } from './published.ts';
import { pageSize, readEventsAfter } from './read-events.ts';
import { changesRights, openRightsWatch, type RightsWatch } from './rights-watch.ts';

/** A connection that can be written to. */
export interface Peer {
  send(frame: Frame): void;
  /** Bytes accepted and not yet on the wire. */
  buffered(): number;
  /** What the peer may hear has changed: it is asked again. */
  reviewRights(): void;
}

/** One peer's place in one channel. */
export interface Listener {
  readonly peer: Peer;
  readonly channel: string;
  seq: number;
  /** Reading what it missed from the table; the live stream passes it by meanwhile. */
  catchingUp: boolean;
  gone: boolean;
}

export interface Channel {
  readonly name: string;
  readonly listeners: Set<Listener>;
  /** Last sequence handed out live; null until known. */
  seq: number | null;
  /** What this process published after `seq`, without gaps. */
  pending: EncodedEvent[];
  /** There is more in the table than `pending` holds. */
  behind: boolean;
  delivering: boolean;
}

/** What one process tells the others. */
interface Notified {
  readonly channel?: string;
  readonly seq?: number;
  readonly rights?: boolean;
}

export interface Hub {
  /** Brings the peer up to date from `lastSeq` and keeps it so. */
  subscribe(peer: Peer, channel: string, lastSeq: number): Listener;
  unsubscribe(listener: Listener): void;
  readonly rights: RightsWatch;
  size(): number;
  close(): void;
}

/** A peer with more than this waiting is passed by and catches up by sequence once it has drained. */
const slowBytes = 1_048_576;
/** Checked after so many peers whether others should have their turn. */
const peersPerLook = 128;
/** Pause after a read that failed: the database may be away. */
const retryMs = 1000;

export const openHub = (deps: Deps): Hub => {
  const { store, log } = deps;
  const channels = new Map<string, Channel>();
  const due = new Set<Channel>();
  const rights = openRightsWatch();
  let closed = false;
  const report = (error: unknown) => log.error(describeBug(error), 'realtime delivery failed');

  const pace = openPace(() => {
    const now = [...due];
    due.clear();
    if (!closed) for (const channel of now) deliver(channel).catch(report);
  });
  const mark = (channel: Channel) => {
    due.add(channel);
    pace.ask();
  };
  const markBehind = (channel: Channel) => {
    channel.behind = true;
    mark(channel);
  };
  const catchUp = openCatchUp({ store, report, slowBytes, channelOf: (name) => channels.get(name), markBehind });

  /** What comes next for everybody: from this process' own hand, or from the table when there is a gap. */
  const next = async (channel: Channel, from: number): Promise<EncodedEvent[]> => {
    if (!channel.behind) return channel.pending.splice(0);
    channel.behind = false;
    const events = await store.read((db) => readEventsAfter(db, channel.name, from)).catch((error: unknown) => {
      setTimeout(() => markBehind(channel), retryMs).unref();
      throw error;
    });
    const last = events.at(-1)?.seq ?? from;
    channel.pending = channel.pending.filter(({ seq }) => seq > last);
    const [first] = channel.pending;
    if (events.length === pageSize || (first && first.seq !== last + 1)) {
      channel.pending = [];
      channel.behind = true;
    }
    return events;
  };

  const deliver = async (channel: Channel) => {
    // Whoever delivers asks again at its end; and who is first to listen, once the channel's place is known.
    if (channel.delivering || channel.seq === null) return;
    channel.delivering = true;
    try {
      const from = channel.seq;
      const events = await next(channel, from);
      const [first, last] = [events[0], events.at(-1)];
      if (!first || !last) return;
      channel.seq = last.seq;
      if (first.seq === from + 1) await handOut(channel, from, events);
      // Cleared away before it was delivered: each learns for itself that it is too far behind.
      else for (const listener of channel.listeners) if (!listener.catchingUp) catchUp.start(listener);
    } finally {
      channel.delivering = false;
      if (channel.behind || channel.pending.length > 0) mark(channel);
    }
  };

  const handOut = async ({ listeners }: Channel, from: number, events: EncodedEvent[]) => {
    const frame = frameEvents(events);
    const to = events.at(-1)?.seq ?? from;
    let handed = 0;
    pace.begin(events.length);
    for (const listener of listeners) {
      hand(listener, from, to, events, frame);
      handed += 1;
      if (handed % peersPerLook === 0 && pace.tired()) await pace.breathe();
    }
    pace.end();
  };

  const hand = (listener: Listener, from: number, to: number, events: EncodedEvent[], frame: Frame) => {
    if (listener.catchingUp || listener.seq >= to) return;
    if (listener.peer.buffered() > slowBytes) return catchUp.later(listener);
    if (listener.seq < from) return catchUp.start(listener);
    listener.peer.send(listener.seq === from ? frame : frameEvents(events.filter(({ seq }) => seq > listener.seq)));
    listener.seq = to;
  };

  const lastKnown = ({ pending, seq }: Channel): number => pending.at(-1)?.seq ?? seq ?? 0;

  const stopHearing = hearPublished(store.t, ({ channel: name, seq, type, data }) => {
    if (changesRights(type)) rights.changed(name);
    const channel = channels.get(name);
    if (!channel) return;
    if (channel.seq === null || channel.behind || seq > lastKnown(channel) + 1) return markBehind(channel);
    if (seq <= lastKnown(channel)) return;
    channel.pending.push(encodeEvent(name, seq, type, JSON.stringify(data)));
    mark(channel);
  });
  const stopListening = store.listen(
    (message) => {
      const { channel: name = '', seq = Infinity, rights: changed = false } = JSON.parse(message) as Notified;
      if (changed) rights.changed(name);
      const channel = channels.get(name);
      if (channel && (channel.seq === null || seq > lastKnown(channel))) markBehind(channel);
    },
    () => {
      for (const channel of channels.values()) markBehind(channel);
    },
  );

  return {
    subscribe: (peer, name, lastSeq) => {
      if (parseChannel(name) === null) throw new Error(`not a channel: ${name}`);
      let channel = channels.get(name);
      if (!channel) {
        channel = { name, listeners: new Set(), seq: null, pending: [], behind: false, delivering: false };
        channels.set(name, channel);
      }
      // The channel's own copy of the name: a peer's would be kept for as long as the peer listens.
      const listener: Listener = { peer, channel: channel.name, seq: lastSeq, catchingUp: true, gone: false };
      channel.listeners.add(listener);
      catchUp.start(listener);
      return listener;
    },
    unsubscribe: (listener) => {
      listener.gone = true;
      const channel = channels.get(listener.channel);
      channel?.listeners.delete(listener);
      if (channel?.listeners.size === 0) channels.delete(listener.channel);
    },
    rights,
    size: () => new Set([...channels.values()].flatMap(({ listeners }) => [...listeners].map(({ peer }) => peer))).size,
    close: () => {
      closed = true;
      catchUp.stop();
      stopHearing();
      stopListening();
    },
  };
};
