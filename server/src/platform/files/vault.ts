import { fileTypeFromFile } from 'file-type';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

export const maxFileBytes = 20 * 1_048_576;

/** What people attach to matters; decided by the content, never by the declared type or the name. */
export const attachmentTypes: ReadonlySet<string> = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp']);

export interface ReceivedFile {
  readonly path: string;
  /** What the content is, as a MIME type without parameters; null for what has no signature. */
  readonly type: string | null;
  readonly size: number;
  readonly sha256: string;
  /** The first bytes, for who must look closer. */
  readonly head: Buffer;
}

/** What is still being received; no community is called so. */
export const incomingFolder = 'incoming';

/** Folder of the uploaded files, one below it per community. */
export const filesFolder = (dataDir: string) => join(dataDir, 'files');

/** Where a kept file lies. */
export const pathOfKept = (dataDir: string, communityId: string, id: string) => join(filesFolder(dataDir), communityId, id);

const smallEnding = '.small';
const smallPathOf = (dataDir: string, communityId: string, id: string) => `${pathOfKept(dataDir, communityId, id)}${smallEnding}`;

/** Id of the file that something in a community's folder belongs to. */
export const idOfKept = (name: string): string => (name.endsWith(smallEnding) ? name.slice(0, -smallEnding.length) : name);

const sniff = async (path: string): Promise<string | null> => {
  // A detector that stumbles over hostile bytes has recognised nothing.
  const found = await fileTypeFromFile(path).catch(() => undefined);
  return found?.mime.split(';')[0] ?? null;
};

/** Writes a stream to a file of its own, synced, and looks at what it is. */
export const receiveFile = async (dataDir: string, id: string, stream: Readable): Promise<ReceivedFile> => {
  const path = join(filesFolder(dataDir), incomingFolder, id);
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, 'wx');
  const digest = createHash('sha256');
  let head = Buffer.alloc(0);
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (head.length < 4100) head = Buffer.concat([head, chunk]).subarray(0, 4100);
      digest.update(chunk);
      size += chunk.length;
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  return { path, type: await sniff(path), size, sha256: digest.digest('hex'), head };
};

const writeSynced = async (path: string, bytes: Buffer): Promise<void> => {
  const handle = await open(path, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Puts other bytes in the place of a received file: those that are to be kept of it. */
export const replaceReceived = async (received: ReceivedFile, bytes: Buffer): Promise<ReceivedFile> => {
  await writeSynced(received.path, bytes);
  return { ...received, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), head: bytes.subarray(0, 4100) };
};

/** Moves a received file to its place and syncs the folder: after this a power cut cannot lose it. */
export const keepFile = async (dataDir: string, communityId: string, id: string, received: ReceivedFile): Promise<void> => {
  const place = pathOfKept(dataDir, communityId, id);
  await mkdir(dirname(place), { recursive: true });
  await rename(received.path, place);
  const folder = await open(dirname(place), 'r');
  await folder.sync();
  await folder.close();
};

export const dropFile = (path: string): Promise<void> => rm(path, { force: true });

/** Removes a kept file, and the small picture beside it. */
export const dropKeptFile = async (dataDir: string, communityId: string, id: string): Promise<void> => {
  await dropFile(pathOfKept(dataDir, communityId, id));
  await dropFile(smallPathOf(dataDir, communityId, id));
};

/** Keeps the small picture of a kept one. It can be made again, so that a power cut may take it. */
export const keepSmall = async (dataDir: string, communityId: string, id: string, bytes: Buffer): Promise<void> => {
  const path = join(filesFolder(dataDir), incomingFolder, `${id}-${randomUUID()}`);
  await mkdir(dirname(path), { recursive: true });
  await writeSynced(path, bytes);
  await rename(path, smallPathOf(dataDir, communityId, id));
};

/** Bytes of the kept small picture, or null. */
export const keptSmallSize = async (dataDir: string, communityId: string, id: string): Promise<number | null> => {
  const found = await stat(smallPathOf(dataDir, communityId, id)).catch(() => null);
  return found?.size ?? null;
};

export const readKeptFile = (dataDir: string, communityId: string, id: string, small = false): ReadStream =>
  createReadStream(small ? smallPathOf(dataDir, communityId, id) : pathOfKept(dataDir, communityId, id));
