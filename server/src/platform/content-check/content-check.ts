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
  /** Outside of any transaction: it may ask another service. `accountId` null: it asks nobody, only the words of this server count. */
  checkText(input: { readonly text: string; readonly accountId: string | null }): Promise<Verdict>;
  /** Whether pictures and recordings are checked at all on this server. */
  readonly checksMedia: boolean;
  /** Checks that the platform did not answer since the start. */
  readonly stats: Readonly<{ unanswered: number }>;
  /** Asks for a look at a stored picture or recording, outside of any transaction. Commands use `requestMediaCheck`. */
  startMediaCheck(input: MediaRequest): Promise<MediaAsked>;
}

export interface MediaRequest {
  readonly communityId: string;
  readonly fileId: string;
  /** Who shows it. */
  readonly accountId: string;
  /** What it belongs to; the file is attached to the same. */
  readonly owner: MediaOwner;
}

/** `unreachable`: worth another try. `impossible`: it will never be looked at (no account at the platform, file gone). */
export type MediaAsked =
  | { readonly kind: 'asked'; readonly traceId: string }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'impossible' };

/** `doubtful`: a person should look. `unseen`: the platform could not look, or never answered. */
export type MediaFinding = 'clean' | 'doubtful' | 'risky' | 'unseen';

/** What an engine does when the answer about something of it comes. */
export type MediaChecked = (
  tx: Tx,
  about: {
    readonly communityId: string;
    readonly ownerId: string;
    readonly fileId: string;
    readonly finding: MediaFinding;
    /** The finding as one does without a person: only what is clean passes. */
    readonly verdict: Verdict;
  },
  deps: Deps & { readonly now: number },
) => Promise<void>;
