import type { Choice, Outreach } from '@bandeng/shared/outreach/schemas.ts';
import { outreachChannels } from '@bandeng/shared/outreach/vocabulary.ts';
import { ok, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Act } from '../community/act.ts';
import type { Deps } from '../platform/deps.ts';
import { getOutreach } from './get-outreach.ts';
import { loadContacts } from './load-contacts.ts';

/** Turns ways on and off for the categories that are named; the others stay. */
export const setChoices = async (
  { tx, actor, deps }: Act & { readonly deps: Deps },
  choices: readonly Choice[],
): Promise<Result<Outreach>> => {
  const { communityId, residentId } = actor;
  const [contact] = await loadContacts(tx, communityId, [residentId], 'notice');
  const off: Record<string, string[]> = Object.fromEntries(
    Object.entries(contact?.off ?? {}).map(([category, ways]) => [category, [...ways]]),
  );
  for (const choice of choices) off[choice.category] = outreachChannels.filter((channel) => !choice[channel]);
  const { outreachChoices: c } = tx.t;
  await tx
    .insert(c)
    .values({ communityId, residentId, off })
    .onConflictDoUpdate({ target: [c.communityId, c.residentId], set: { off } });
  return ok(await getOutreach(tx, deps, actor));
};
