import { eq } from 'drizzle-orm';
import { replyTemplate } from '../outreach/neighbours.ts';
import type { TestApp } from '../platform/test-app.ts';
import type { WechatStandIn } from '../platform/wechat-stand-in.ts';

/** Lets an account be told by WeChat of replies and mentions, five times. */
export const allowMessages = async (t: TestApp, wechat: WechatStandIn, accountId: string, openid: string): Promise<void> => {
  await t.deps.store.write(async (tx) => {
    await tx.update(tx.t.accounts).set({ openid }).where(eq(tx.t.accounts.id, accountId));
    const counted = { remaining: 5, ahead: 0, eventAt: 0, at: 0 };
    await tx.insert(tx.t.outreachConsents).values({ accountId, template: 'reply', ...counted });
  });
  wechat.consent(openid, replyTemplate, 5);
};
