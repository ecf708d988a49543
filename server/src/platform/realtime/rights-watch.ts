import type { Peer } from './hub.ts';

/** Events of somebody's own channel after which that person may hear other channels than before. */
const rightsTypes: ReadonlySet<string> = new Set(['groups-changed']);

export const changesRights = (type: string): boolean => rightsTypes.has(type);

/** Connections that are asked again what they may hear when something changes it, whatever they subscribed to. */
export interface RightsWatch {
  /** @param own wire name of the person's own channel */
  watch(peer: Peer, own: string): void;
  unwatch(peer: Peer, own: string): void;
  /** Rights of whoever owns this channel have changed. */
  changed(own: string): void;
  /** How many changes were heard so far: who reads rights learns by it that they may be old before they are used. */
  heard(): number;
}

export const openRightsWatch = (): RightsWatch => {
  const watched = new Map<string, Set<Peer>>();
  let changes = 0;
  return {
    watch: (peer, own) => {
      const peers = watched.get(own) ?? new Set();
      watched.set(own, peers.add(peer));
    },
    unwatch: (peer, own) => {
      const peers = watched.get(own);
      peers?.delete(peer);
      if (peers?.size === 0) watched.delete(own);
    },
    changed: (own) => {
      changes += 1;
      for (const peer of watched.get(own) ?? []) peer.reviewRights();
    },
    heard: () => changes,
  };
};
