import { fileTypeFromBuffer } from 'file-type';
import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

export const maxFileBytes = 20 * 1_048_576;

/** What people attach to their work; decided by the content, never by the declared type or the name. */
export const attachmentTypes: ReadonlySet<string> = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp']);

export interface ReceivedFile {
  readonly path: string;
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

const placeOf = (dataDir: string, communityId: string, id: string) => join(filesFolder(dataDir), communityId, id);

/** Writes a stream to a file of its own, synced, and looks at what it is. `type` is null for what nobody attaches. */
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
  const sniffed = (await fileTypeFromBuffer(head))?.mime ?? '';
  return { path, type: attachmentTypes.has(sniffed) ? sniffed : null, size, sha256: digest.digest('hex'), head };
};

/** Moves a received file to its place and syncs the folder: after this a power cut cannot lose it. */
export const keepFile = async (dataDir: string, communityId: string, id: string, received: ReceivedFile): Promise<void> => {
  const place = placeOf(dataDir, communityId, id);
  await mkdir(dirname(place), { recursive: true });
  await rename(received.path, place);
  const folder = await open(dirname(place), 'r');
  await folder.sync();
  await folder.close();
};

export const dropFile = (path: string): Promise<void> => rm(path, { force: true });

export const dropKeptFile = (dataDir: string, communityId: string, id: string): Promise<void> =>
  dropFile(placeOf(dataDir, communityId, id));

export const readKeptFile = (dataDir: string, communityId: string, id: string): ReadStream =>
  createReadStream(placeOf(dataDir, communityId, id));
