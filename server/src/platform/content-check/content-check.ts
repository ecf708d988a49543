import type { Tx } from '../store/store.ts';
import type { Deps } from '../deps.ts';

/** What a check of somebody's words or pictures found. */
export type Verdict =
  | { readonly pass: true }
  /** `words`: the list of this server, `check`: the platform's. `detail`: the words, or the platform's label. */
  | { readonly pass: false; readonly reason: 'words' | 'check'; readonly detail: string };

export interface MediaOwner {
  /** Engine's name for what waits: its `mediaChecked` hears the answer. */
  readonly kind: string;
  readonly id: string;
}

/** Looks at what people write and show before others see it. Never throws. */
export interface ContentCheck {
  /** Outside of any transaction: it may ask another service. */
  checkText(input: { readonly text: string; readonly accountId: string }): Promise<Verdict>;
  /** Whether pictures and recordings are checked at all on this server. */
  readonly checksMedia: boolean;
  /** Checks that the platform did not answer since the start. */
  readonly stats: Readonly<{ unanswered: number }>;
  /**
   * Asks for a check of a stored picture or recording; the answer comes through the engine's `mediaChecked`.
   * Outside of any transaction. False: it could not be asked for, so that a person must look at it.
   */
  startMediaCheck(input: {
    readonly communityId: string;
    readonly fileId: string;
    readonly accountId: string;
    readonly owner: MediaOwner;
  }): Promise<boolean>;
}

/** What an engine does when the answer about something of it comes. */
export type MediaChecked = (
  tx: Tx,
  about: { readonly communityId: string; readonly ownerId: string; readonly verdict: Verdict },
  deps: Deps & { readonly now: number },
) => Promise<void>;
