import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Deps } from '../deps.ts';
import type { Account } from '../http/actor.ts';

/** For the `before` of a command that puts words before others: refuses wording-risky and names what was found. */
export const checkWording = async (
  { deps, account }: { readonly deps: Deps; readonly account: Account },
  text: string,
  field: string,
): Promise<Result<undefined>> => {
  const verdict = await deps.contentCheck.checkText({ text, accountId: account.id });
  if (verdict.pass) return ok(undefined);
  const details = verdict.reason === 'words' ? { words: verdict.detail } : { label: verdict.detail };
  return refuse('wording-risky', { field, details });
};
