import { chatLimits, type MessageKind, type MessageState } from './vocabulary.ts';

export interface RecallFacts {
  readonly authorId: string | null;
  readonly kind: MessageKind;
  readonly state: MessageState;
  /** ms since 1970 */
  readonly at: number;
}

/** Why somebody may not take a message back; null when it may be done. A line of the group itself has no author. */
export const recallProblem = (
  message: RecallFacts,
  residentId: string,
  now: number,
): 'not-found' | 'message-gone' | 'recall-too-late' | null => {
  if (message.authorId !== residentId || message.kind === 'event') return 'not-found';
  if (message.state !== 'shown') return 'message-gone';
  return now - message.at > chatLimits.recallMs ? 'recall-too-late' : null;
};
