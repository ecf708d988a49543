import type { CommunitySettings } from '@bandeng/shared/community/schemas.ts';
import { freezeRules } from '@bandeng/shared/deliberation/freeze-rules.ts';
import { assemblies } from '@bandeng/shared/deliberation/vocabulary.ts';
import { fourTwo } from '@bandeng/shared/deliberation/workflows/four-two.ts';
import { ok, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { eq } from 'drizzle-orm';
import type { Act } from './act.ts';
import { loadSettings } from './settings.ts';
import { writeLog } from './write-log.ts';

/**
 * Sets 一肩挑 and the parameters of 四议两公开; those left out return to their defaults. Matters that run keep the rules they
 * were submitted under. Refuses rule-outside-law.
 */
export const updateSettings = async (
  { tx, actor, now, newId }: Act,
  input: { readonly oneHead: boolean; readonly rules: Readonly<Record<string, number>> },
): Promise<Result<CommunitySettings>> => {
  const { communityId, residentId: byId } = actor;
  for (const assembly of assemblies) {
    const frozen = freezeRules(fourTwo, assembly, input.rules);
    if (!frozen.ok) return frozen;
  }
  const before = await loadSettings(tx, communityId);
  const { communities: c } = tx.t;
  const { oneHead, rules } = input;
  await tx.update(c).set({ oneHead, rules }).where(eq(c.id, communityId));
  const body = { before: { oneHead: before.oneHead, rules: before.rules }, after: { oneHead, rules } };
  await writeLog(tx, newId, { communityId, at: now, byId, kind: 'settings-changed', subjectId: communityId, body });
  return ok({ name: before.name, oneHead, rules });
};
