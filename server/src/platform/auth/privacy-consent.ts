import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { privacyVersion, type PrivacyConsentKind } from '@bandeng/shared/platform/privacy-consent.ts';
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from '../store/store.ts';

/** Only the text in force can be agreed to: another one is not what the person has read. Refuses privacy-consent-outdated. */
export const checkVersion = (version: number, field: string): Result<null> =>
  version === privacyVersion ? ok(null) : refuse('privacy-consent-outdated', { field, details: { version: privacyVersion } });

/** Puts on record that a person agrees to the text in force. Agreeing twice keeps the first time. */
export const recordConsent = async (tx: Tx, accountId: string, kind: PrivacyConsentKind, now: number): Promise<void> => {
  const { privacyConsents: c, accounts: a } = tx.t;
  const row = { accountId, kind, version: privacyVersion, at: now, withdrawnAt: null };
  await tx.insert(c).values(row).onConflictDoNothing();
  if (kind === 'processing') await tx.update(a).set({ privacyVersion }).where(eq(a.id, accountId));
};

/** Leaving withdraws every consent; that each was given stays provable. */
export const withdrawConsents = async (tx: Tx, accountId: string, now: number): Promise<void> => {
  const { privacyConsents: c, accounts: a } = tx.t;
  await tx
    .update(c)
    .set({ withdrawnAt: now })
    .where(and(eq(c.accountId, accountId), isNull(c.withdrawnAt)));
  await tx.update(a).set({ privacyVersion: 0 }).where(eq(a.id, accountId));
};

/** What an account agreed to, the newest first. */
export const listConsents = (db: Db, accountId: string) => {
  const { privacyConsents: c } = db.t;
  return db
    .select({ kind: c.kind, version: c.version, at: c.at, withdrawnAt: c.withdrawnAt })
    .from(c)
    .where(eq(c.accountId, accountId))
    .orderBy(desc(c.version), desc(c.kind));
};
