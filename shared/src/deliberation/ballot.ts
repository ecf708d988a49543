import { ok, refuse, type Result } from '../kernel/refusal.ts';
import { isChoice } from './methods/yes-no.ts';
import type { BallotChannel, Choice, SessionStatus } from './vocabulary.ts';

export interface BallotFacts {
  readonly session: {
    readonly status: SessionStatus;
    readonly closesAt: number;
    readonly secret: boolean;
    /** Whether votes are taken from where people are; otherwise only from those who came and were signed in. */
    readonly online: boolean;
    /** How often a ballot may be changed, frozen with the matter's rules. */
    readonly ballotChanges: number;
  };
  /** The voter's line on the roll, or null when the voter is not on it. */
  readonly entry: { readonly voterId: string; readonly excused: boolean; readonly present: boolean } | null;
  /** The mark that this voter has voted; the choice only in an open session, null in a secret one. */
  readonly previous: {
    readonly channel: BallotChannel;
    readonly changes: number;
    readonly choice: Choice | null;
  } | null;
  readonly choice: string;
  readonly channel: BallotChannel;
  /** ms since 1970 */
  readonly now: number;
  /** Who enters a paper or assisted ballot; the voter when online. */
  readonly enteredBy: string;
  readonly witnessIds: readonly string[];
  readonly photoId: string | null;
  /** The receipt given with the request: none, unknown in this session, or found. Asked of changes to secret ballots. */
  readonly receipt: 'none' | 'unknown' | 'found';
}

export interface BallotAccepted {
  readonly kind: 'cast' | 'changed';
  readonly choice: Choice;
  readonly channel: BallotChannel;
  /** Changes used after this one. */
  readonly changes: number;
}

export type BallotRefusal =
  | 'session-not-open'
  | 'session-closed'
  | 'not-on-roll'
  | 'excused'
  | 'in-person-only'
  | 'already-voted'
  | 'change-not-allowed'
  | 'receipt-wrong'
  | 'choice-invalid'
  | 'witnesses-needed'
  | 'photo-needed';

/**
 * Whether a ballot counts. One per voter whatever the channel: only an online ballot can be changed, online, by its
 * voter, by another choice. Nothing links a secret ballot to its voter, so there the receipt asks for the change and
 * finds the ballot to replace.
 */
export const decideBallot = (facts: BallotFacts): Result<BallotAccepted, BallotRefusal> => {
  const { session, entry, previous, channel, choice } = facts;
  if (session.status === 'convened' || session.status === 'cancelled') return refuse('session-not-open');
  if (session.status !== 'open' || facts.now >= session.closesAt) return refuse('session-closed');
  if (entry === null) return refuse('not-on-roll');
  if (entry.excused) return refuse('excused');
  if (channel === 'online' && !session.online && !entry.present) return refuse('in-person-only');
  if (!isChoice(choice)) return refuse('choice-invalid', { field: 'choice' });
  if (channel !== 'online') {
    if (!hasWitnesses(facts.witnessIds, [entry.voterId, facts.enteredBy]))
      return refuse('witnesses-needed', { field: 'witnessIds' });
    if (facts.photoId === null) return refuse('photo-needed', { field: 'photoId' });
  }
  if (previous === null) return ok({ kind: 'cast', choice, channel, changes: 0 });
  const asksForChange = session.secret ? facts.receipt !== 'none' : choice !== previous.choice;
  if (channel !== 'online' || previous.channel !== 'online' || !asksForChange) return refuse('already-voted');
  if (previous.changes >= session.ballotChanges) return refuse('change-not-allowed');
  if (session.secret && facts.receipt === 'unknown') return refuse('receipt-wrong', { field: 'receipt' });
  return ok({ kind: 'changed', choice, channel, changes: previous.changes + 1 });
};

const hasWitnesses = (witnessIds: readonly string[], barred: readonly string[]): boolean =>
  witnessIds.length === 2 &&
  new Set(witnessIds).size === 2 &&
  witnessIds.every((id) => id.trim() !== '' && !barred.includes(id));
