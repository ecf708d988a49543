import type { Role } from '../community/vocabulary.ts';
import type { MatterFacts, ViewerFacts } from './facts.ts';
import type { MeetingStageId } from './vocabulary.ts';

/** Whose meeting each stage is: they convene it, lead it and answer for its minutes. */
const leaders: Readonly<Record<MeetingStageId, readonly Role[]>> = {
  propose: ['branch-committee'],
  consult: ['branch-committee', 'residents-committee'],
  review: ['branch-committee'],
  resolve: ['residents-committee'],
};

const holds = ({ roles }: Pick<ViewerFacts, 'roles'>, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => roles.includes(role));

export const isMember = ({ residentId }: Pick<ViewerFacts, 'residentId'>): boolean => residentId !== null;

/** Owners, tenants and those who live with them: objecting and rating is theirs. */
export const isResident = (viewer: ViewerFacts): boolean => isMember(viewer) && viewer.dwells;

/** Convening, opening, signing in, paper ballots, minutes, closing: procedure only. It gives no vote and no early split. */
export const servesStage = (viewer: ViewerFacts, stageId: MeetingStageId): boolean =>
  isMember(viewer) && holds(viewer, ...leaders[stageId], 'facilitator', 'administrator');

/**
 * Building leaders and grid workers carry ballots from door to door in their own areas, which the command checks, but never
 * into the meetings of the party.
 */
export const entersPaperBallots = (viewer: ViewerFacts, stageId: MeetingStageId): boolean =>
  servesStage(viewer, stageId) ||
  (isMember(viewer) && stageId === 'resolve' && holds(viewer, 'building-leader', 'grid-worker'));

export const isCommittee = (viewer: ViewerFacts): boolean =>
  isMember(viewer) && holds(viewer, 'branch-committee', 'residents-committee');

/** Stage 1 belongs to the branch committee, so its members draft. */
export const mayDraft = (viewer: Pick<ViewerFacts, 'residentId' | 'roles'>): boolean =>
  isMember(viewer) && holds(viewer, 'branch-committee');

export const isAuthor = (
  { residentId }: ViewerFacts,
  matter: Pick<MatterFacts, 'proposerId' | 'coauthorIds'>,
): boolean => residentId !== null && (residentId === matter.proposerId || matter.coauthorIds.includes(residentId));

/** Authors and branch committee: they revise, amend and end what was proposed. */
export const isProposing = (viewer: ViewerFacts, matter: MatterFacts): boolean =>
  isAuthor(viewer, matter) || mayDraft(viewer);

export const moderates = (viewer: ViewerFacts): boolean =>
  isMember(viewer) && holds(viewer, 'facilitator', 'administrator', 'residents-committee');

/** A draft is seen by its authors, the branch committee, the administrator and the supervisors; the rest by every member. */
export const maySeeMatter = (
  viewer: ViewerFacts,
  matter: Pick<MatterFacts, 'status' | 'proposerId' | 'coauthorIds'>,
): boolean =>
  isMember(viewer) &&
  (matter.status !== 'draft' ||
    isAuthor(viewer, matter) ||
    holds(viewer, 'branch-committee', 'administrator', 'supervisor'));
