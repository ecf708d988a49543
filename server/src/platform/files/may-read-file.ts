import type { Deps } from '../deps.ts';
import type { Actor } from '../http/actor.ts';
import type { Db } from '../store/store.ts';
import type { FileRow } from './file-rule.ts';

/** Who uploaded a file reads it until it is attached; then the engine of its owner decides. */
export const mayReadFile = async (deps: Deps, db: Db, viewer: Actor | null, file: FileRow, now: number): Promise<boolean> => {
  if (file.ownerKind === null) return viewer !== null && viewer.residentId === file.uploadedBy;
  const { ownerKind } = file;
  const rule = deps.engines.map((engine) => engine.files?.[ownerKind]).find((found) => found !== undefined);
  return rule === undefined ? false : rule(db, viewer, file, now);
};
