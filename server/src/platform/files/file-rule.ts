import type { Actor } from '../http/actor.ts';
import type { Db } from '../store/store.ts';

export interface FileRow {
  readonly communityId: string;
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly uploadedBy: string;
  readonly at: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly durationMs: number | null;
  readonly ownerKind: string | null;
  readonly ownerId: string | null;
}

/** Whether somebody (null: a visitor or a stranger to the community) may read an attached file. */
export type FileRule = (db: Db, viewer: Actor | null, file: FileRow, now: number) => Promise<boolean>;
