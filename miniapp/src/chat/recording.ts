import type { PickedFile } from '@/platform/picked-file';

/** A recording under way. */
export interface Recording {
  /** Ends it; `onEnd` follows. */
  readonly stop: () => void;
  /** Throws it away. */
  readonly cancel: () => void;
}

export interface RecordingEvents {
  readonly onStart: () => void;
  readonly onEnd: (file: PickedFile, durationMs: number) => void;
  /** The microphone was not allowed, or it broke off. */
  readonly onFail: () => void;
}

/** As long as a voice message may be; the server allows for a recorder that is never exact. */
export const longestMs = 60_000;
/** Shorter than this nobody meant to say anything. */
export const shortestMs = 800;
