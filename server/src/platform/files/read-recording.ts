import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { parseBuffer } from 'music-metadata';
import { readFile } from 'node:fs/promises';
import { readWebm } from './read-webm.ts';

/** A minute of speech, however little it is compressed. */
export const maxRecordingBytes = 2 * 1_048_576;
/** A recorder that stops at 60 s is never exact. */
const maxRecordingMs = 60_500;

/** Containers as the detector names them, and what is kept of one that holds sound alone. */
const types: Readonly<Record<string, string>> = {
  'audio/mpeg': 'audio/mpeg',
  'audio/aac': 'audio/aac',
  'audio/mp4': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'video/mp4': 'audio/mp4',
  'audio/wav': 'audio/wav',
  'audio/ogg': 'audio/ogg',
  'audio/webm': 'audio/webm',
  'video/webm': 'audio/webm',
};

export const mayBeRecording = (type: string): boolean => type in types;

export interface Recording {
  readonly type: string;
  readonly durationMs: number;
}

interface Sound {
  readonly durationMs: number;
  readonly films: boolean;
}

/** Null for what cannot be read. */
const listen = async (bytes: Buffer, mimeType: string): Promise<Sound | null> => {
  if (types[mimeType] === 'audio/webm') return readWebm(bytes);
  try {
    const { format } = await parseBuffer(bytes, { mimeType }, { duration: true, skipCovers: true, skipPostHeaders: true });
    return { durationMs: Math.round((format.duration ?? 0) * 1000), films: format.hasVideo === true };
  } catch {
    return null;
  }
};

/**
 * Type and length of a recording, by its content.
 * Refusals: too-large, unsupported-type (it holds moving pictures), recording-broken, voice-too-long.
 */
export const readRecording = async (path: string, size: number, sniffed: string): Promise<Result<Recording>> => {
  const field = 'file';
  const type = types[sniffed];
  if (type === undefined) throw new Error(`${sniffed} is no recording`);
  if (size > maxRecordingBytes) return refuse('too-large', { field });
  const sound = await listen(await readFile(path), sniffed);
  if (sound?.films === true) return refuse('unsupported-type', { field });
  if (sound === null || !Number.isSafeInteger(sound.durationMs) || sound.durationMs <= 0) return refuse('recording-broken', { field });
  return sound.durationMs > maxRecordingMs ? refuse('voice-too-long', { field }) : ok({ type, durationMs: sound.durationMs });
};
