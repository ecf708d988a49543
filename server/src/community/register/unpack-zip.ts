import { inflateRawSync } from 'node:zlib';
import { limits } from './limits.ts';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;

export type Unpacked = ReadonlyMap<string, Buffer> | 'file-unreadable' | 'too-large';

const findDirectory = (file: Buffer): { offset: number; entries: number } | null => {
  const lowest = Math.max(0, file.length - 65_557);
  for (let at = file.length - 22; at >= lowest; at--) {
    if (file.readUInt32LE(at) === endOfDirectory) {
      return { entries: file.readUInt16LE(at + 10), offset: file.readUInt32LE(at + 16) };
    }
  }
  return null;
};

/** One entry's content; what the archive says about its size is not believed. */
const inflateEntry = (file: Buffer, at: number, allowed: number): Buffer | 'too-large' | null => {
  const method = file.readUInt16LE(at + 10);
  const packed = file.readUInt32LE(at + 20);
  const local = file.readUInt32LE(at + 42);
  if (local + 30 > file.length || file.readUInt32LE(local) !== localHeader) return null;
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  const bytes = file.subarray(start, start + packed);
  if (bytes.length !== packed) return null;
  if (method === 0) return bytes.length > allowed ? 'too-large' : bytes;
  if (method !== 8) return null;
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, allowed) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return 'too-large';
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_') === true) return null;
    throw error;
  }
};

/**
 * The wanted parts of a zip archive by path, inflated under a common bound, so that a small file cannot fill the
 * memory. Archives that are damaged, encrypted or larger than 4 GB are unreadable.
 */
export const unpackZip = (file: Buffer, wanted: (path: string) => boolean): Unpacked => {
  const directory = findDirectory(file);
  if (directory === null) return 'file-unreadable';
  if (directory.entries > limits.zipEntries) return 'too-large';
  const parts = new Map<string, Buffer>();
  let allowed: number = limits.inflatedBytes;
  let at = directory.offset;
  for (let i = 0; i < directory.entries; i++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== directoryEntry) return 'file-unreadable';
    const nameLength = file.readUInt16LE(at + 28);
    const path = file.toString('utf8', at + 46, at + 46 + nameLength).replace(/\\/g, '/');
    const isEncrypted = (file.readUInt16LE(at + 8) & 1) === 1;
    if (wanted(path) && !parts.has(path)) {
      const content = isEncrypted ? null : inflateEntry(file, at, allowed);
      if (content === null) return 'file-unreadable';
      if (content === 'too-large') return 'too-large';
      allowed -= content.length;
      parts.set(path, content);
    }
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
};
