import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Tx } from '../store/store.ts';
import type { WechatIdentity } from '../wechat/client.ts';
import { createAccount } from './create-account.ts';
import { signIn, type SignedIn } from './sign-in.ts';

/** Signs in whoever WeChat says it is; the first time an account is made. */
export const signInByWechat = async (app: FastifyInstance, tx: Tx, who: WechatIdentity, now: number): Promise<SignedIn> => {
  const { accounts } = tx.t;
  await tx.lock(`openid:${who.openid}`);
  const [known] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.openid, who.openid));
  if (known) return signIn(app, tx, known.id, 'wechat', now);
  const id = app.deps.newId();
  const { openid, unionid } = who;
  await createAccount(tx, { id, name: '', openid, ...(unionid === null ? {} : { unionid }) }, now);
  return signIn(app, tx, id, 'wechat', now);
};
