import type { Allow } from './allowed.ts';
import type { MatterFacts, ViewerFacts } from './facts.ts';
import { isAuthor, isCommittee, isMember, isProposing, isResident, moderates, servesStage } from './who.ts';
import { isMeetingStage, type MeetingStageId } from './vocabulary.ts';

/** What may be done with the matter as a whole; the subject is the matter itself. */
export const allowOnMatter = (matter: MatterFacts, viewer: ViewerFacts, allow: Allow): void => {
  const { status, stageId } = matter;
  const voting = matter.sessions.some((session) => session.status === 'open');
  const author = isAuthor(viewer, matter);
  if (status === 'draft') {
    // The secretary may keep the text in order; only authors may send it off.
    allow('edit-draft', author || (isMember(viewer) && viewer.roles.includes('administrator')));
    allow('invite-coauthor', viewer.residentId === matter.proposerId);
    allow('discard-draft', viewer.residentId === matter.proposerId);
    allow('submit', author && viewer.roles.includes('branch-committee'));
  }
  if (status === 'running' && stageId !== null && isMeetingStage(stageId)) {
    const isFree = (stage: MeetingStageId) =>
      !matter.sessions.some((one) => one.stageId === stage && (one.status === 'convened' || one.status === 'open'));
    const convenes = isFree(stageId) && servesStage(viewer, stageId);
    allow('convene', convenes);
    allow('convene-joint', convenes && matter.oneHead && stageId === 'propose' && isFree('consult'));
  }
  const running = status === 'running' && stageId !== 'publish-outcome';
  allow('amend', running && !voting && isProposing(viewer, matter) && isCommittee(viewer));
  allow('withdraw', author && (running || status === 'draft' || status === 'returned'));
  allow('revise', status === 'returned' && isProposing(viewer, matter));
  allow('end', status === 'returned' && isProposing(viewer, matter));
  if (status === 'running' && (stageId === 'publish-resolution' || stageId === 'publish-outcome')) {
    const up = matter.disclosures.some((one) => one.stageId === stageId && one.status === 'up');
    allow(stageId, !up && isCommittee(viewer));
  }
  // Work is reported between the two disclosures and while the second is up.
  allow('add-progress', status === 'running' && stageId === 'publish-outcome' && isCommittee(viewer));
  const outcome = matter.disclosures.some(
    (one) => one.stageId === 'publish-outcome' && (one.status === 'up' || one.status === 'passed'),
  );
  allow('rate', outcome && isResident(viewer));
  const discussed = status === 'running' || status === 'returned' || status === 'closed';
  allow('comment', discussed && isMember(viewer));
  allow('moderate', status !== 'draft' && moderates(viewer));
};
