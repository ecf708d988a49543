import type { Role } from '../community/vocabulary.ts';
import type { PolicyTable } from '../kernel/policy.ts';
import type { chatApi } from './api.ts';

/** Those who keep order; which groups, their command checks: a building leader's are those of the own area. */
const moderators: readonly Role[] = ['building-leader', 'grid-worker', 'residents-committee', 'administrator'];
/** A deletion is judged again by others than the leader on the spot. */
const reviewers: readonly Role[] = ['residents-committee', 'administrator'];
const overseers: readonly Role[] = [...moderators, 'supervisor'];
const handlers: readonly Role[] = ['facilitator', 'residents-committee', 'branch-committee', 'grid-worker', 'administrator'];

export const chatPolicy: PolicyTable<typeof chatApi> = {
  listGroups: 'member',
  openGroup: 'member',
  createGroup: 'member',
  updateGroup: 'member',
  setMyGroup: 'member',
  leaveGroup: 'member',
  dissolveGroup: 'member',
  createInvitation: 'member',
  getInvitation: 'member',
  joinGroup: 'member',
  listMembers: 'member',
  setMemberRole: 'member',
  removeMember: 'member',
  muteMember: 'member',
  listMessages: 'member',
  sendMessage: 'member',
  recallMessage: 'member',
  deleteMessage: 'member',
  pinMessage: 'member',
  markRead: 'member',
  countReaders: 'member',
  searchMessages: 'member',
  getCards: 'member',
  listMyHeld: 'member',
  withdrawHeld: 'member',
  reportMessage: 'member',
  appealDeletion: 'member',
  listHeld: moderators,
  decideHeld: moderators,
  listReports: moderators,
  decideReport: moderators,
  listAppeals: reviewers,
  decideAppeal: reviewers,
  listModerationLog: overseers,
  createIntake: 'member',
  listIntakes: 'member',
  getIntake: 'member',
  answerIntake: handlers,
};
