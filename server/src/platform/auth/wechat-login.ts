import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { privacyVersion } from '@bandeng/shared/platform/privacy-consent.ts';
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Tx } from '../store/store.ts';
import type { WechatIdentity } from '../wechat/client.ts';
import { createAccount } from './create-account.ts';
import { checkVersion, recordConsent } from './privacy-consent.ts';
import { signIn, type SignedIn } from './sign-in.ts';

/**
 * Signs in whoever WeChat says it is; the first time an account is made. Nothing is stored of whoever has not agreed to
 * the text on personal data.
 * @param consent version that the person has just agreed to
 * Refusals: privacy-consent-needed, privacy-consent-outdated.
 */
export const signInByWechat = async (
  app: FastifyInstance,
  tx: Tx,
  who: WechatIdentity,
  consent: number | undefined,
  now: number,
): Promise<Result<SignedIn>> => {
  const { accounts } = tx.t;
  if (consent !== undefined) {
    const current = checkVersion(consent, 'consent');
    if (!current.ok) return current;
  }
  await tx.lock(`openid:${who.openid}`);
  const [found] = await tx.select({ id: accounts.id, agreed: accounts.privacyVersion }).from(accounts).where(eq(accounts.openid, who.openid));
  if (consent === undefined && (found?.agreed ?? 0) < privacyVersion) {
    return refuse('privacy-consent-needed', { field: 'consent', details: { version: privacyVersion } });
  }
  if (found) {
    if (consent !== undefined) await recordConsent(tx, found.id, 'processing', now);
    return ok(await signIn(app, tx, found.id, 'wechat', now));
  }
  const id = app.deps.newId();
  const { openid, unionid } = who;
  await createAccount(tx, { id, name: '', openid, ...(unionid === null ? {} : { unionid }) }, now);
  return ok(await signIn(app, tx, id, 'wechat', now));
};
