import type { Tx } from '../store/store.ts';
import { recordConsent } from './privacy-consent.ts';

export interface NewAccount {
  readonly id: string;
  readonly name: string;
  readonly openid?: string;
  readonly unionid?: string;
  /** 11 digits. */
  readonly phone?: string;
  /** The part it plays in the demonstration; such an account signs in without a password where demo mode is on. */
  readonly demo?: string;
}

/** Nobody gets an account without having agreed: it begins with the consent to the text on personal data now in force. */
export const createAccount = async (tx: Tx, account: NewAccount, now: number): Promise<void> => {
  const { id, name, openid = null, unionid = null, phone = null, demo = null } = account;
  await tx.insert(tx.t.accounts).values({ id, name, openid, unionid, phone, demo, createdAt: now });
  await recordConsent(tx, id, 'processing', now);
};
