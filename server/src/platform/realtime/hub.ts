import { parseChannel, type ChannelEvent, type ServerFrame } from '@bandeng/shared/platform/realtime.ts';
import type { Deps } from '../deps.ts';
import { describeBug } from '../http/answer-errors.ts';
import { pageSize, readEventsAfter, readHead } from './read-events.ts';

/** A connection that can be written to. */
export interface Peer {
  send(frame: Buffer): void;
  /** Bytes accepted and not yet on the wire. */
  buffered(): number;
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

interface Channel {
  readonly name: string;
  readonly listeners: Set<Listener>;
  /** Last sequence handed out live; null until known. */
  seq: number | null;
  dirty: boolean;
  delivering: boolean;
}

export interface Hub {
  /** Brings the peer up to date from `lastSeq` and keeps it so. */
  subscribe(peer: Peer, channel: string, lastSeq: number): Listener;
  unsubscribe(listener: Listener): void;
  size(): number;
  close(): void;
}

/** A peer with more than this waiting is passed by and catches up by sequence once it has drained. */
const slowBytes = 1_048_576;
const drainedBytes = 65_536;
const drainCheckMs = 200;
/** More than this behind: a fresh snapshot is cheaper. */
const maxBehind = 1000;

export const frameOf = (events: ServerFrame): Buffer => Buffer.from(JSON.stringify(events));

export const openHub = (deps: Deps): Hub => {
  const { store, log } = deps;
  const channels = new Map<string, Channel>();
  const slow = new Set<Listener>();
  let armed = false;

  const report = (error: unknown) => log.error(describeBug(error), 'realtime delivery failed');

  const deliver = async (channel: Channel) => {
    if (channel.delivering) return;
    channel.delivering = true;
    try {
      await deliverAll(channel);
    } finally {
      channel.delivering = false;
    }
  };

  const deliverAll = async (channel: Channel) => {
    while (channel.dirty && channel.seq !== null && channel.listeners.size > 0) {
      channel.dirty = false;
      const from = channel.seq;
      const events = await store.read((db) => readEventsAfter(db, channel.name, from));
      const last = events.at(-1);
      if (!last) continue;
      channel.seq = last.seq;
      channel.dirty ||= events.length === pageSize;
      const frame = frameOf(events);
      for (const listener of channel.listeners) hand(listener, from, last.seq, events, frame);
    }
  };

  const hand = (listener: Listener, from: number, to: number, events: ChannelEvent[], frame: Buffer) => {
    if (listener.catchingUp || listener.seq >= to) return;
    if (listener.peer.buffered() > slowBytes) {
      listener.catchingUp = true;
      slow.add(listener);
      return;
    }
    if (listener.seq < from) return void catchUp(listener).catch(report);
    listener.peer.send(listener.seq === from ? frame : frameOf(events.filter(({ seq }) => seq > listener.seq)));
    listener.seq = to;
  };

  /** Sends what the table holds after the listener's place, until it meets the live stream. */
  const catchUp = async (listener: Listener) => {
    listener.catchingUp = true;
    const { peer } = listener;
    const channel = channels.get(listener.channel);
    if (!channel) return;
    while (!listener.gone) {
      const { head, events } = await store.read(async (db) => ({
        // The head first: an event that comes between the two reads is then found by the second.
        head: await readHead(db, listener.channel),
        events: await readEventsAfter(db, listener.channel, listener.seq),
      }));
      if (channel.seq === null) {
        channel.seq = head;
        mark(listener.channel);
      }
      const [first] = events;
      const gap = first ? first.seq !== listener.seq + 1 : listener.seq !== head;
      if (gap || head - listener.seq > maxBehind) {
        listener.seq = head;
        peer.send(frameOf([{ channel: listener.channel, tooFar: true, seq: listener.seq }]));
        break;
      }
      if (events.length > 0) peer.send(frameOf(events));
      listener.seq = events.at(-1)?.seq ?? listener.seq;
      if (peer.buffered() > slowBytes) return void slow.add(listener);
      if (listener.seq >= (channel.seq ?? 0)) {
        peer.send(frameOf([{ channel: listener.channel, live: true, seq: listener.seq }]));
        break;
      }
    }
    listener.catchingUp = false;
  };

  const flush = () => {
    armed = false;
    for (const channel of channels.values()) if (channel.dirty) deliver(channel).catch(report);
  };

  /** Events of one tick go out together. */
  const mark = (name: string) => {
    const channel = channels.get(name);
    if (!channel) return;
    channel.dirty = true;
    if (armed) return;
    armed = true;
    setImmediate(flush);
  };

  const drain = setInterval(() => {
    for (const listener of slow) {
      if (!listener.gone && listener.peer.buffered() > drainedBytes) continue;
      slow.delete(listener);
      if (!listener.gone) catchUp(listener).catch(report);
    }
  }, drainCheckMs);
  drain.unref();

  const stopListening = store.listen(
    (message) => {
      const { channel } = JSON.parse(message) as { channel?: string };
      if (channel !== undefined) mark(channel);
    },
    () => {
      for (const name of channels.keys()) mark(name);
    },
  );

  return {
    subscribe: (peer, name, lastSeq) => {
      if (parseChannel(name) === null) throw new Error(`not a channel: ${name}`);
      let channel = channels.get(name);
      if (!channel) channels.set(name, (channel = { name, listeners: new Set(), seq: null, dirty: false, delivering: false }));
      const listener: Listener = { peer, channel: name, seq: lastSeq, catchingUp: true, gone: false };
      channel.listeners.add(listener);
      catchUp(listener).catch(report);
      return listener;
    },
    unsubscribe: (listener) => {
      listener.gone = true;
      const channel = channels.get(listener.channel);
      channel?.listeners.delete(listener);
      if (channel?.listeners.size === 0) channels.delete(listener.channel);
    },
    size: () => new Set([...channels.values()].flatMap(({ listeners }) => [...listeners].map(({ peer }) => peer))).size,
    close: () => {
      clearInterval(drain);
      stopListening();
    },
  };
};
