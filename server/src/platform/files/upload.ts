import type { Reply } from '@bandeng/shared/kernel/api.ts';
import type { MultipartFile } from '@fastify/multipart';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { platformApi } from '@bandeng/shared/platform/api.ts';
import type { FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import type { Actor } from '../http/actor.ts';
import { commandIdOf } from '../http/command-id.ts';
import { runCommand } from '../http/run-command.ts';
import { spreadsheetType } from './spreadsheet-type.ts';
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

/** Takes one file in. Refusals: bad-request, file-missing, unsupported-type, too-large. */
export const uploadFile = async (deps: Deps, request: FastifyRequest, actor: Actor): Promise<Result<StoredFile>> => {
  const { dataDir } = deps.config;
  const { communityId, residentId } = actor;
  const commandId = commandIdOf(request);
  if (!request.isMultipart()) return refuse('unsupported-type');
  const found = await findPart(request);
  if (!found.ok) return found;
  const part = found.value;
  const id = deps.newId();
  const received = await receivePart(dataDir, id, part);
  if (received === null) return broken;
  const { size, sha256, path } = received;
  const isAdministrator = actor.roles.includes('administrator');
  const type = received.type ?? (isAdministrator ? spreadsheetType(received.head, part.filename) : null);
  const problem = part.file.truncated ? 'too-large' : size === 0 ? 'file-missing' : type === null ? 'unsupported-type' : null;
  if (problem !== null || type === null) {
    await dropFile(path);
    return refuse(problem ?? 'unsupported-type', { field: 'file' });
  }
  await keepFile(dataDir, communityId, id, received);
  const stored = { id, name: tidyName(part.filename), type, size, sha256 };
  const key = { communityId, actorId: actor.accountId, commandId, request: { operation: 'uploadFile', sha256, name: stored.name } };
  const result = await runCommand<StoredFile>(deps, key, `upload:${actor.accountId}`, async (tx) => {
    await tx.insert(tx.t.files).values({ communityId, ...stored, uploadedBy: residentId, at: deps.clock() });
    return ok(stored);
  });
  if (!result.ok || result.value.id !== id) await dropKeptFile(dataDir, communityId, id);
  return result;
};
