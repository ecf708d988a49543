import { pictureSides, redrawPicture } from './redraw-picture.ts';
import type { FileRow } from './file-rule.ts';
import { keepSmall, keptSmallSize, pathOfKept } from './vault.ts';

const making = new Map<string, Promise<number | null>>();

const make = async (dataDir: string, { communityId, id, type }: FileRow): Promise<number | null> => {
  const drawn = await redrawPicture(pathOfKept(dataDir, communityId, id), type, pictureSides.small);
  if (!drawn.ok) return null;
  await keepSmall(dataDir, communityId, id, drawn.value.bytes);
  return drawn.value.bytes.length;
};

/**
 * Size in bytes of the small picture beside a kept one, drawn on first use and kept. Null where there is none: the
 * picture is small itself, or is from before pictures were drawn anew and cannot be read.
 */
export const smallPicture = async (dataDir: string, file: FileRow): Promise<number | null> => {
  const { communityId, id, width, height } = file;
  if (width !== null && height !== null && Math.max(width, height) <= pictureSides.small) return null;
  const kept = await keptSmallSize(dataDir, communityId, id);
  if (kept !== null) return kept;
  const key = `${communityId}/${id}`;
  const running = making.get(key) ?? make(dataDir, file).finally(() => making.delete(key));
  making.set(key, running);
  return running;
};
