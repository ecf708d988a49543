import type { Db } from '../src/platform/store/store.ts';

/** Something that must never be, and is. */
export interface Violation {
  readonly invariant: string;
  readonly communityId: string;
  /** The session, matter, disclosure or table that it was found in. */
  readonly subjectId: string;
  /** What was found; numbers and names of columns, never a choice of a person. */
  readonly found: string;
}

/** What always holds of the stored data, between any two writes. */
export interface Invariant {
  readonly name: string;
  find(db: Db): Promise<Omit<Violation, 'invariant'>[]>;
}
