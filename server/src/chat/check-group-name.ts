import type { Result } from '@bandeng/shared/kernel/refusal.ts';
import { ok } from '@bandeng/shared/kernel/refusal.ts';
import { checkWording } from '../platform/content-check/check-wording.ts';
import type { Deps } from '../platform/deps.ts';
import type { Account } from '../platform/http/actor.ts';

/** A name is read by others like everything that people write. Refuses wording-risky. */
export const checkGroupName = async (input: {
  readonly deps: Deps;
  readonly account: Account;
  readonly body: { readonly name?: string };
}): Promise<Result<undefined>> =>
  input.body.name === undefined ? ok(undefined) : checkWording(input, input.body.name, 'name');
