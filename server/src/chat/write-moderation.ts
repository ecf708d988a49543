import type { ModerationAction } from '@bandeng/shared/chat/vocabulary.ts';
import type { Act } from '../community/act.ts';

export interface ModerationEntry {
  readonly action: ModerationAction;
  readonly groupId: string;
  readonly seq?: number;
  /** Resident whom it concerned. */
  readonly aboutId: string | null;
  readonly reason: string;
}

/** Keeps who kept order, how and why. Part of the same write as the deed itself. */
export const writeModeration = async ({ tx, actor, now, newId }: Act, { seq, ...entry }: ModerationEntry): Promise<void> => {
  const row = { communityId: actor.communityId, id: newId(), at: now, byId: actor.residentId, seq: seq ?? null, ...entry };
  await tx.insert(tx.t.moderationLog).values(row);
};
