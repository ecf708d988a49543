import type { AllowedAction, MyPart, SessionView } from '@bandeng/shared/deliberation/schemas.ts';

export type VoteState = 'may-vote' | 'may-change' | 'voted' | 'excused' | 'come-first' | 'not-open' | 'over' | 'not-on-roll';

/** What the vote page shows. Whether one may vote is the server's word; this only says why not. */
export const voteStateOf = (
  session: Pick<SessionView, 'id' | 'status' | 'online'>,
  mine: MyPart | undefined,
  allowed: readonly AllowedAction[],
): VoteState => {
  const may = (action: string) => allowed.some((one) => one.action === action && one.subjectId === session.id);
  if (may('cast-ballot')) return 'may-vote';
  if (may('change-ballot')) return 'may-change';
  if (mine?.voted === true) return 'voted';
  if (mine?.excused === true) return 'excused';
  if (session.status === 'convened') return 'not-open';
  if (session.status !== 'open') return 'over';
  if (mine === undefined) return 'not-on-roll';
  return session.online || mine.checkedIn ? 'over' : 'come-first';
};
