import type { Actor } from '../platform/http/actor.ts';
import type { Tx } from '../platform/store/store.ts';

/** What a command of a member works with: the write, the community, who acts and when. */
export interface Act {
  readonly tx: Tx;
  readonly actor: Actor;
  /** ms since 1970 */
  readonly now: number;
  readonly newId: () => string;
}

/** The same for somebody who may not be a member yet. */
export interface AccountAct {
  readonly tx: Tx;
  readonly communityId: string;
  readonly accountId: string;
  readonly now: number;
  readonly newId: () => string;
}
