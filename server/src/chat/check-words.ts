import type { chatApi } from '@bandeng/shared/chat/api.ts';
import { ok, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Verdict } from '../platform/content-check/content-check.ts';
import type { Input } from '../platform/http/serve.ts';
import { findFile } from './read-content.ts';

/** The words of a message, or the name of its file, before anything is written: the check may ask another service. */
export const checkWords = async (input: Input<typeof chatApi.sendMessage>): Promise<Result<Verdict>> => {
  const { body, params, account, deps } = input;
  const named = body.kind === 'file' ? body.fileId : undefined;
  const file = named === undefined ? undefined : await deps.store.read((db) => findFile(db, params.communityId, named));
  const text = body.text ?? file?.name;
  return ok(text === undefined ? { pass: true } : await deps.contentCheck.checkText({ text, accountId: account.id }));
};
