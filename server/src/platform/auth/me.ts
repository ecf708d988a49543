import type { Reply } from '@bandeng/shared/kernel/api.ts';
import type { platformApi } from '@bandeng/shared/platform/api.ts';
import { privacyVersion, type PrivacyConsentKind } from '@bandeng/shared/platform/privacy-consent.ts';
import { eq } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { Db } from '../store/store.ts';
import { listConsents } from './privacy-consent.ts';

/** '13812345678' → '138****5678' */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** The own account as its holder sees it. */
export const presentMe = async (deps: Deps, db: Db, accountId: string, now: number): Promise<Reply<typeof platformApi.me>> => {
  const { accounts } = db.t;
  const [account] = await db.select({ name: accounts.name, phone: accounts.phone }).from(accounts).where(eq(accounts.id, accountId));
  if (!account) throw new Error('a sign-in without its account');
  const consents = await listConsents(db, accountId);
  const given = (kind: PrivacyConsentKind) => consents.find((one) => one.kind === kind && one.withdrawnAt === null);
  const processing = given('processing');
  const memberships = await deps.members.listMemberships(db, accountId, now);
  return {
    id: accountId,
    name: account.name,
    phone: account.phone === null ? null : maskPhone(account.phone),
    privacy: {
      version: privacyVersion,
      agreed: processing?.version ?? null,
      agreedAt: processing?.at ?? null,
      phoneAgreedAt: account.phone === null ? null : (given('phone')?.at ?? null),
    },
    communities: memberships.map(({ communityId, communityName, residentId, name, roles }) => ({
      communityId,
      communityName,
      residentId,
      name,
      roles: [...roles],
    })),
  };
};
