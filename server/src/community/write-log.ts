import { canonicalJson } from '@bandeng/shared/kernel/canonical.ts';
import type { Tx } from '../platform/store/store.ts';

/** What the log of rights can say. */
export type LogKind =
  | 'community-founded'
  | 'area-created'
  | 'area-redrawn'
  | 'tenure-begun'
  | 'tenure-ended'
  | 'body-created'
  | 'member-appointed'
  | 'membership-ended'
  | 'households-set'
  | 'duty-granted'
  | 'duty-ended'
  | 'claim-accepted'
  | 'claim-refused'
  | 'resident-bound'
  | 'binding-refused'
  | 'account-deleted'
  | 'import-committed'
  | 'import-ended'
  | 'settings-changed'
  | 'calendar-changed'
  | 'demonstration-finished';

export interface LogEntry {
  readonly communityId: string;
  readonly at: number;
  /** Resident who did it; null when nobody in particular did. */
  readonly byId: string | null;
  readonly kind: LogKind;
  readonly subjectId: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** Keeps who changed whose rights and when. Part of the same write as the change itself. */
export const writeLog = async (tx: Tx, newId: () => string, { body = {}, ...entry }: LogEntry): Promise<void> => {
  await tx.insert(tx.t.registerLog).values({ ...entry, id: newId(), body: canonicalJson(body) });
};
