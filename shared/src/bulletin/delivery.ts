import type { DeliveryState } from './vocabulary.ts';

/** How far the version in force came with one person. Versions are 0 where there is none. */
export interface PersonDelivery {
  readonly hasAccount: boolean;
  readonly readVersion: number;
  readonly ackVersion: number;
}

/** States from the least to the best: a dwelling is in the best one of its people. The position is the level. */
export const levels = ['not-registered', 'not-reached', 'read', 'acknowledged'] as const satisfies readonly DeliveryState[];

const levelOf = ({ hasAccount, readVersion, ackVersion }: PersonDelivery, version: number): number =>
  ackVersion >= version ? 3 : readVersion >= version ? 2 : hasAccount ? 1 : 0;

/** State of a level as the store counts it; levels outside are taken for the lowest. */
export const stateOfLevel = (level: number): DeliveryState => levels[level] ?? 'not-registered';

/**
 * State of a dwelling for a version (from 1). What was read or acknowledged of an older version does not count.
 * @param toldVersion the version that was told at its door, 0 for none: as good as an acknowledgement
 */
export const dwellingState = (people: readonly PersonDelivery[], toldVersion: number, version: number): DeliveryState =>
  toldVersion >= version ? 'acknowledged' : stateOfLevel(Math.max(0, ...people.map((person) => levelOf(person, version))));

/** The least level that a notice asks for: an acknowledgement, or that it was read. */
export const reachedLevel = (needsAck: boolean): number => (needsAck ? 3 : 2);

export const isReached = (state: DeliveryState, needsAck: boolean): boolean => levels.indexOf(state) >= reachedLevel(needsAck);

export interface DeliveryTally {
  readonly dwellings: number;
  readonly acknowledged: number;
  readonly read: number;
  readonly notReached: number;
  readonly notRegistered: number;
}

export const noDwellings: DeliveryTally = { dwellings: 0, acknowledged: 0, read: 0, notReached: 0, notRegistered: 0 };

/** Adds dwellings of one state. */
export const tallyState = (so: DeliveryTally, state: DeliveryState, count: number): DeliveryTally => ({
  dwellings: so.dwellings + count,
  acknowledged: so.acknowledged + (state === 'acknowledged' ? count : 0),
  read: so.read + (state === 'read' ? count : 0),
  notReached: so.notReached + (state === 'not-reached' ? count : 0),
  notRegistered: so.notRegistered + (state === 'not-registered' ? count : 0),
});

export const addTallies = (a: DeliveryTally, b: DeliveryTally): DeliveryTally => ({
  dwellings: a.dwellings + b.dwellings,
  acknowledged: a.acknowledged + b.acknowledged,
  read: a.read + b.read,
  notReached: a.notReached + b.notReached,
  notRegistered: a.notRegistered + b.notRegistered,
});

/** Dwellings that did not do what the notice asks for and where somebody has an account: those that a reminder can reach. */
export const remindableOf = ({ read, notReached }: Pick<DeliveryTally, 'read' | 'notReached'>, needsAck: boolean): number =>
  notReached + (needsAck ? read : 0);

/** Dwellings that did what the notice asks for. */
export const reachedOf = ({ acknowledged, read }: DeliveryTally, needsAck: boolean): number => acknowledged + (needsAck ? 0 : read);
