import type { Reply } from '@bandeng/shared/kernel/api.ts';
import type { MultipartFile } from '@fastify/multipart';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { platformApi } from '@bandeng/shared/platform/api.ts';
import type { FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import type { Actor } from '../http/actor.ts';
import { commandIdOf } from '../http/command-id.ts';
import { findOutcome, runCommand, type CommandKey } from '../http/run-command.ts';
import { examine, type Examined } from './examine.ts';
import { fitsQuota } from './quota.ts';
import { dropFile, dropKeptFile, keepFile, receiveFile, type ReceivedFile } from './vault.ts';

export type StoredFile = Reply<typeof platformApi.uploadFile>;

/** Last part of what a device calls the file, without control characters, at most 120 characters. */
const tidyName = (sent: string): string => {
  const last = sent.replace(/\p{Surrogate}/gu, '').split(/[\\/]/).at(-1) ?? '';
  const tidy = [...last].filter((char) => char >= ' ' && char !== '\u007f').slice(0, 120).join('').trim();
  return tidy === '' ? '未命名' : tidy;
};

const broken = refuse('bad-request', { field: 'file' });

/** The part that holds the file; a form that cannot be read is its sender's mistake, not a bug. */
const findPart = async (request: FastifyRequest): Promise<Result<MultipartFile>> => {
  try {
    const part = await request.file();
    return part ? ok(part) : refuse('file-missing', { field: 'file' });
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode !== undefined) throw error;
    return broken;
  }
};

/** Null when the form breaks off within the file. Errors of the disk are thrown. */
const receivePart = async (dataDir: string, id: string, { file }: MultipartFile): Promise<ReceivedFile | null> => {
  let cut = false;
  file.once('error', () => (cut = true));
  try {
    return await receiveFile(dataDir, id, file);
  } catch (error) {
    if (cut) return null;
    throw error;
  }
};

/** Keeps the examined bytes and the row that names them, once per command id. */
const store = async (deps: Deps, key: CommandKey, { communityId, residentId, accountId }: Actor, kept: StoredFile, { file }: Examined) => {
  const { dataDir } = deps.config;
  await keepFile(dataDir, communityId, kept.id, file);
  const result = await runCommand<StoredFile>(deps, key, `upload:${accountId}`, async (tx) => {
    const now = deps.clock();
    if (!(await fitsQuota(tx, communityId, residentId, kept.size, now))) return refuse('upload-quota');
    await tx.insert(tx.t.files).values({ communityId, ...kept, uploadedBy: residentId, at: now });
    return ok(kept);
  });
  if (!result.ok || result.value.id !== kept.id) await dropKeptFile(dataDir, communityId, kept.id);
  return result;
};

/**
 * Takes one file in. A retry is known by what was sent, not by what was made of it.
 * Refusals: bad-request, file-missing, too-large, upload-quota, and those of `examine`.
 */
export const uploadFile = async (deps: Deps, request: FastifyRequest, actor: Actor): Promise<Result<StoredFile>> => {
  const { communityId, accountId } = actor;
  const commandId = commandIdOf(request);
  if (!request.isMultipart()) return refuse('unsupported-type');
  const found = await findPart(request);
  if (!found.ok) return found;
  const part = found.value;
  const id = deps.newId();
  const received = await receivePart(deps.config.dataDir, id, part);
  if (received === null) return broken;
  try {
    const problem = part.file.truncated ? 'too-large' : received.size === 0 ? 'file-missing' : null;
    if (problem !== null) return refuse(problem, { field: 'file' });
    const name = tidyName(part.filename);
    const sent = { operation: 'uploadFile', sha256: received.sha256, name };
    const key: CommandKey = { communityId, actorId: accountId, commandId, request: sent };
    const { first, room } = await deps.store.read(async (db) => ({
      first: await findOutcome(db, key),
      room: await fitsQuota(db, communityId, actor.residentId, 0, deps.clock()),
    }));
    if (first !== null) return first as Result<StoredFile>;
    if (!room) return refuse('upload-quota');
    const examined = await examine(received, part.filename, actor.roles.includes('administrator'));
    if (!examined.ok) return examined;
    const { file, type, width, height, durationMs } = examined.value;
    const { size, sha256 } = file;
    return await store(deps, key, actor, { id, name, type, size, sha256, width, height, durationMs }, examined.value);
  } finally {
    await dropFile(received.path);
  }
};
