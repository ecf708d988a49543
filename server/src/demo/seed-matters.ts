import type { Deps } from '../platform/deps.ts';
import { loadCast } from './cast.ts';
import { makeDirector, type Director } from './director.ts';
import { playBookshelf } from './matters/bookshelf.ts';
import { playGate } from './matters/gate.ts';
import { playHeating } from './matters/heating.ts';
import { playLamps } from './matters/lamps.ts';
import { playLift } from './matters/lift.ts';
import { playRoad } from './matters/road.ts';
import { playRoof } from './matters/roof.ts';

/** In the order in which they were submitted, so that their numbers follow the calendar. */
const plays: readonly ((d: Director) => Promise<void>)[] = [
  playRoof,
  playHeating,
  playRoad,
  playGate,
  playLift,
  playLamps,
  playBookshelf,
];

/** The first of them begins so many days before the demonstration is set up: members must hold office since then. */
export const daysPlayed = 101;

/**
 * Fills a community that has its people with matters at every stage. Each past is played through the commands by a clock of its
 * own that ends at `deps.clock()`; deadlines that lie behind have passed, those ahead are real timers.
 */
export const seedMatters = async (deps: Deps, communityId: string): Promise<void> => {
  const cast = await deps.store.read((db) => loadCast(db, communityId));
  for (const play of plays) await play(makeDirector(deps, cast));
};
