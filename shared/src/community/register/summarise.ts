import type { DraftOwner, RegisterEntry, RegisterSummary } from './draft.ts';

/**
 * What makes two dwellings one buyer's: name and phone; every unsold dwelling of a developer is one buyer's
 * (最高法 建筑物区分所有权解释 art. 9).
 */
export const buyerKey = (owner: DraftOwner): string =>
  owner.developer ? `developer/${owner.name}` : `${owner.name}/${owner.phone ?? ''}`;

/** Totals of a register. Integers throughout. */
export const summarise = (dwellings: readonly RegisterEntry[], hasPeople: boolean): RegisterSummary => {
  const distinct = (chosen: (dwelling: RegisterEntry) => boolean): number =>
    new Set(dwellings.filter(chosen).map((dwelling) => buyerKey(dwelling.owner))).size;
  const count = (chosen: (dwelling: RegisterEntry) => boolean): number => dwellings.filter(chosen).length;
  return {
    dwellings: dwellings.length,
    areaCentiM2: dwellings.reduce((sum, dwelling) => sum + dwelling.areaCentiM2, 0),
    owners: distinct(() => true),
    coOwned: count((dwelling) => dwelling.coOwners.length > 0),
    rented: count((dwelling) => dwelling.occupancy === 'rented'),
    representatives: distinct((dwelling) => dwelling.duties.includes('representative')),
    buildingLeaders: distinct((dwelling) => dwelling.duties.includes('building-leader')),
    partyMembers: distinct((dwelling) => dwelling.owner.partyMember),
    developerDwellings: count((dwelling) => dwelling.owner.developer),
    ...(hasPeople ? { people: dwellings.reduce((sum, dwelling) => sum + (dwelling.people ?? 0), 0) } : {}),
  };
};
