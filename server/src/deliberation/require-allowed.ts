import { allowedActions, isAllowed, type Action } from '@bandeng/shared/deliberation/allowed.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';
import { readMatterFacts } from './read-facts.ts';
import { listParts } from './read-parts.ts';
import type { MatterRow } from './rows.ts';

/**
 * Refuses what `allowedActions` does not list for this member now. Ask after the conditions that have a code of their own,
 * so that people hear the most exact reason.
 * @param subjectId the session, disclosure or objection; null for the matter as a whole
 */
export const requireAllowed = async (
  db: Db,
  actor: Actor,
  matter: MatterRow,
  action: Action,
  subjectId: string | null,
  now: number,
): Promise<Result<void, 'not-allowed'>> => {
  const facts = await readMatterFacts(db, actor, matter, await listParts(db, actor, matter.id), now);
  return isAllowed(allowedActions(facts, actor, now), action, subjectId) ? ok(undefined) : refuse('not-allowed');
};
