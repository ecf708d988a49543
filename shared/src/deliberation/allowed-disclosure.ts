import type { Allow } from './allowed.ts';
import { canFileObjection } from './disclosure.ts';
import type { DisclosureFacts, ViewerFacts } from './facts.ts';
import { isCommittee, isResident } from './who.ts';

/** Every verified resident may object while the days run; the committees answer, on the objection itself. */
export const allowOnDisclosure = (
  disclosure: DisclosureFacts,
  viewer: ViewerFacts,
  now: number,
  allow: Allow,
  allowOn: (objectionId: string) => Allow,
): void => {
  allow('file-objection', isResident(viewer) && canFileObjection(now, disclosure));
  for (const id of disclosure.openObjectionIds)
    allowOn(id)('answer-objection', disclosure.status === 'up' && isCommittee(viewer));
};
