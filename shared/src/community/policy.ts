import type { PolicyTable } from '../kernel/policy.ts';
import type { communityApi } from './api.ts';
import type { Role } from './vocabulary.ts';

const administrator: readonly Role[] = ['administrator'];
/** Those who verify neighbours; a building leader only within the own area, which the command checks. */
const verifiers: readonly Role[] = ['administrator', 'building-leader', 'grid-worker'];
/** Those who name others in their work: on rosters, and as witnesses of ballots carried from door to door. */
const searchers: readonly Role[] = [
  'administrator',
  'branch-committee',
  'residents-committee',
  'building-leader',
  'grid-worker',
  'facilitator',
];
/** Those who need rosters for their work; party membership stays out of every list. */
const clerks: readonly Role[] = ['administrator', 'branch-committee', 'residents-committee'];

/** Those who watch over the use of personal data. */
const watchers: readonly Role[] = ['administrator', 'supervisor'];

export const communityPolicy: PolicyTable<typeof communityApi> = {
  listAreas: 'member',
  createArea: administrator,
  redrawArea: administrator,
  listAreaPlacements: 'member',
  listDwellings: verifiers,
  getDwelling: verifiers,
  addTenure: verifiers,
  endTenure: verifiers,
  getMyPlace: 'member',
  setMyAlias: 'member',
  moveOut: 'member',
  exportMine: 'member',
  listPhoneReads: watchers,
  listMyPhoneReads: 'member',
  findCommunities: 'account',
  findClaimable: 'account',
  createClaim: 'account',
  listMyClaims: 'account',
  withdrawClaim: 'account',
  listClaims: verifiers,
  decideClaim: verifiers,
  listResidents: searchers,
  listBodies: 'member',
  createBody: administrator,
  getBody: clerks,
  appointMember: administrator,
  endMembership: administrator,
  setHouseholds: administrator,
  listDuties: clerks,
  grantDuty: administrator,
  endDuty: administrator,
  listImports: administrator,
  createImport: administrator,
  getImport: administrator,
  checkImport: administrator,
  listRejectedRows: administrator,
  commitImport: administrator,
  cancelImport: administrator,
  getSettings: clerks,
  updateSettings: administrator,
  listCalendarDays: 'member',
  setCalendarDay: administrator,
};
