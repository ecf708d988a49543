import { publish } from '../../platform/realtime/publish.ts';
import type { Tx } from '../../platform/store/store.ts';

interface Told {
  'held-decided': { readonly heldId: string; readonly status: string };
  muted: { readonly groupId: string; readonly mutedUntil: number | null };
  'appeal-decided': { readonly groupId: string; readonly seq: number; readonly status: string; readonly reason: string };
}

/** Tells one person alone, on all devices, what became of something of theirs. */
export const tellPerson = async <K extends keyof Told>(
  tx: Tx,
  who: { readonly communityId: string; readonly residentId: string },
  type: K,
  data: Told[K],
  now: number,
): Promise<void> => {
  await publish(tx, who.communityId, `me:${who.residentId}`, type, data, now);
};
