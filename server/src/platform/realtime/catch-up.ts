import { StoreUnavailable, type Store } from '../store/store.ts';
import { frameEvents, frameOf, splitEvents } from './frame.ts';
import type { Channel, Listener } from './hub.ts';
import { readEventsAfter, readHead } from './read-events.ts';

const drainedBytes = 65_536;
const drainCheckMs = 200;
/** More than this behind: a fresh snapshot is cheaper. */
const maxBehind = 1000;

export interface CatchUp {
  /** Sends what the table holds after the listener's place, until it meets the live stream. */
  start(listener: Listener): void;
  /** The same, once what waits for the peer has drained. */
  later(listener: Listener): void;
  stop(): void;
}

interface Parts {
  readonly store: Store;
  readonly report: (error: unknown) => void;
  readonly slowBytes: number;
  readonly channelOf: (name: string) => Channel | undefined;
  readonly markBehind: (channel: Channel) => void;
}

export const openCatchUp = ({ store, report, slowBytes, channelOf, markBehind }: Parts): CatchUp => {
  const slow = new Set<Listener>();

  const run = async (listener: Listener) => {
    const { peer } = listener;
    const channel = channelOf(listener.channel);
    if (!channel) return;
    while (!listener.gone) {
      const { head, events } = await store.read(async (db) => ({
        // The head first: an event that comes between the two reads is then found by the second.
        head: await readHead(db, listener.channel),
        events: await readEventsAfter(db, listener.channel, listener.seq),
      }));
      if (listener.gone) return;
      if (channel.seq === null) {
        channel.seq = head;
        markBehind(channel);
      }
      const [first] = events;
      const gap = first ? first.seq !== listener.seq + 1 : listener.seq !== head;
      if (gap || head - listener.seq > maxBehind) {
        listener.seq = head;
        peer.send(frameOf([{ channel: listener.channel, tooFar: true, seq: listener.seq }]));
        break;
      }
      for (const part of splitEvents(events)) {
        peer.send(frameEvents(part));
        listener.seq = part.at(-1)?.seq ?? listener.seq;
        if (peer.buffered() > slowBytes) return void slow.add(listener);
      }
      if (listener.seq >= (channel.seq ?? 0)) {
        peer.send(frameOf([{ channel: listener.channel, live: true, seq: listener.seq }]));
        break;
      }
    }
    listener.catchingUp = false;
  };
  const start = (listener: Listener) => {
    listener.catchingUp = true;
    run(listener).catch((error: unknown) => {
      // Tried again with those that drain; the store itself says when the database is away.
      slow.add(listener);
      if (!(error instanceof StoreUnavailable)) report(error);
    });
  };

  const drain = setInterval(() => {
    for (const listener of slow) {
      if (!listener.gone && listener.peer.buffered() > drainedBytes) continue;
      slow.delete(listener);
      if (!listener.gone) start(listener);
    }
  }, drainCheckMs);
  drain.unref();

  return {
    start,
    later: (listener) => {
      listener.catchingUp = true;
      slow.add(listener);
    },
    stop: () => clearInterval(drain),
  };
};
