import type { Db, Tx } from '../store/store.ts';

/** An event that this process has just committed, by the wire name of its channel. */
export interface Published {
  readonly channel: string;
  readonly seq: number;
  readonly type: string;
  readonly data: object;
}

type Hear = (event: Published) => void;

/** By the tables of an open store: two servers in one process, as in tests, must not hear each other here. */
const hearers = new WeakMap<Db['t'], Set<Hear>>();

/** Hears what this process publishes as soon as it is durable, without reading it back. What others publish comes by the store. */
export const hearPublished = (t: Db['t'], hear: Hear): (() => void) => {
  const all = hearers.get(t) ?? new Set();
  hearers.set(t, all);
  all.add(hear);
  return () => all.delete(hear);
};

/** Hands an event over once the write is durable. */
export const handOver = (tx: Tx, event: Published): void => {
  const all = hearers.get(tx.t);
  if (!all) return;
  tx.after(() => {
    for (const hear of all) hear(event);
  });
};
