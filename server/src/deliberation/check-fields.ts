import type { MatterOption } from '@bandeng/shared/deliberation/schemas.ts';
import { ok, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { checkWording } from '../platform/content-check/check-wording.ts';

type Checking = Parameters<typeof checkWording>[0];

/** For the `before` of a command: looks at each of its texts and refuses wording-risky with the first field that cannot go out. */
export const checkFields = async (
  input: Checking,
  texts: Readonly<Record<string, string | undefined>>,
): Promise<Result<undefined>> => {
  const given = Object.entries(texts).filter((entry): entry is [string, string] => (entry[1] ?? '').trim() !== '');
  const found = await Promise.all(given.map(([field, text]) => checkWording(input, text, field)));
  return found.find((one) => !one.ok) ?? ok(undefined);
};

interface Proposed {
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly options: readonly MatterOption[];
  readonly reason?: string;
}

/** What a draft, an amendment or a revision puts before others. */
export const checkProposal = (input: Checking & { readonly body: Proposed }): Promise<Result<undefined>> => {
  const { title, summary, text, options, reason } = input.body;
  const offered = options.flatMap((option) => [option.title, option.text]).join('\n');
  return checkFields(input, { title, summary, text, options: offered, ...(reason === undefined ? {} : { reason }) });
};
