import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { platformApi } from '@bandeng/shared/platform/api.ts';
import type { FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import type { Actor } from '../http/actor.ts';
import { commandIdOf } from '../http/command-id.ts';
import { runCommand } from '../http/run-command.ts';
import { spreadsheetType } from './spreadsheet-type.ts';
import { dropFile, dropKeptFile, keepFile, receiveFile } from './vault.ts';

export type StoredFile = Reply<typeof platformApi.uploadFile>;

/** Last part of what a device calls the file, without control characters, at most 120 characters. */
const tidyName = (sent: string): string => {
  const last = sent.replace(/\p{Surrogate}/gu, '').split(/[\\/]/).at(-1) ?? '';
  const tidy = [...last].filter((char) => char >= ' ' && char !== '\u007f').slice(0, 120).join('').trim();
  return tidy === '' ? '未命名' : tidy;
};

/** Takes one file in. Refusals: file-missing, unsupported-type, too-large. */
export const uploadFile = async (deps: Deps, request: FastifyRequest, actor: Actor): Promise<Result<StoredFile>> => {
  const { dataDir } = deps.config;
  const { communityId, residentId } = actor;
  const commandId = commandIdOf(request);
  if (!request.isMultipart()) return refuse('unsupported-type');
  const part = await request.file();
  if (!part) return refuse('file-missing', { field: 'file' });
  const id = deps.newId();
  const received = await receiveFile(dataDir, id, part.file);
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
