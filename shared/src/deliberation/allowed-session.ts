import type { Allow } from './allowed.ts';
import type { MatterFacts, SessionFacts, ViewerFacts } from './facts.ts';
import { entersPaperBallots, isMember, servesStage } from './who.ts';

/** What may be done in one session; votes follow from the roll alone, never from a role. */
export const allowInSession = (
  session: SessionFacts,
  matter: MatterFacts,
  viewer: ViewerFacts,
  now: number,
  allow: Allow,
): void => {
  const { status, mine, minutes } = session;
  const serves = servesStage(viewer, session.stageId);
  const running = matter.status === 'running';
  const counted = status === 'passed' || status === 'rejected' || status === 'no-quorum';
  const due = isMember(viewer) && mine.onRoll && !mine.excused;
  if (running && status === 'convened') {
    allow('open-session', serves && now >= session.startsAt && now < session.closesAt);
    allow('reschedule-session', serves);
    allow('cancel-session', serves);
    allow('declare-interest', due);
  }
  if (running && status === 'open') {
    const voting = now < session.closesAt;
    allow('check-in', due && session.online && !mine.present && voting);
    allow('cast-ballot', due && !mine.voted && voting && (session.online || mine.present));
    allow('change-ballot', due && mine.voted && mine.changesLeft > 0 && voting);
    allow('declare-interest', due && !mine.voted && voting);
    allow('sign-in-others', serves && voting);
    allow('excuse-others', serves && voting);
    allow('enter-paper-ballot', entersPaperBallots(viewer, session.stageId) && voting);
    // Of two joint sessions the one whose turn it is, is counted first.
    allow('close-session', serves && matter.stageId === session.stageId && (session.allVoted || !voting));
  }
  allow('write-minutes', (status === 'open' || counted) && !minutes.locked && serves);
  if (counted && minutes.written && !minutes.locked) {
    allow('sign-minutes', isMember(viewer) && mine.present && !mine.excused && !mine.signed);
    allow('lock-minutes', serves && minutes.signatures > 0);
  }
};

/** How people voted is nobody's to see before the count, whatever the role. */
export const maySeeSplit = (session: Pick<SessionFacts, 'status'>): boolean =>
  session.status === 'passed' || session.status === 'rejected' || session.status === 'no-quorum';
