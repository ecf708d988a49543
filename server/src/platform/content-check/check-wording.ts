import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Deps } from '../deps.ts';
import type { Account } from '../http/actor.ts';
import type { Verdict } from './content-check.ts';

const answer = (verdict: Verdict, field: string): Result<undefined> => {
  if (verdict.pass) return ok(undefined);
  const details = verdict.reason === 'words' ? { words: verdict.detail } : { label: verdict.detail };
  return refuse('wording-risky', { field, details });
};

/** For the `before` of a command that puts words before others: refuses wording-risky and names what was found. */
export const checkWording = async (
  { deps, account }: { readonly deps: Deps; readonly account: Account },
  text: string,
  field: string,
): Promise<Result<undefined>> => answer(await deps.contentCheck.checkText({ text, accountId: account.id }), field);

/** The same by this server's own list alone: for what must not be told to anybody, such as the words on a ballot. */
export const checkWordList = async (deps: Deps, text: string, field: string): Promise<Result<undefined>> =>
  answer(await deps.contentCheck.checkText({ text, accountId: null }), field);
