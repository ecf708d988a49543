import { subscriptionTemplates, templateOf, type OutreachCategory, type SubscriptionTemplate } from '@bandeng/shared/outreach/vocabulary.ts';
import { and, eq } from 'drizzle-orm';
import type { Deps } from '../platform/deps.ts';
import type { WechatEvent, WechatEventHandler } from '../platform/engine.ts';
import type { Tx } from '../platform/store/store.ts';
import { noConsent } from '../platform/wechat/send-subscribed.ts';
import { addConsent, clearConsents } from './consents.ts';

type Item = Readonly<Record<string, unknown>>;

/** As JSON the list of an event is one object when it has one entry, an array otherwise. */
const itemsOf = (event: WechatEvent): Item[] => {
  const list = event['List'];
  const items: unknown[] = Array.isArray(list) ? list : [list];
  return items.filter((item): item is Item => typeof item === 'object' && item !== null);
};

const findAccount = async (tx: Tx, event: WechatEvent): Promise<string | null> => {
  const openid = event['FromUserName'];
  if (typeof openid !== 'string' || openid === '') return null;
  const { accounts: a } = tx.t;
  const [found] = await tx.select({ id: a.id }).from(a).where(eq(a.openid, openid));
  return found?.id ?? null;
};

const templateNamed = ({ config }: Deps, item: Item): SubscriptionTemplate | undefined =>
  subscriptionTemplates.find((name) => config.templates[name]?.id === item['TemplateId']);

/** Somebody answered the question in the app. */
export const consentAnswered: WechatEventHandler = async (tx, event, deps) => {
  const accountId = await findAccount(tx, event);
  const eventAt = Number(event['CreateTime']);
  if (accountId === null || !Number.isSafeInteger(eventAt)) return true;
  for (const item of itemsOf(event)) {
    const template = templateNamed(deps, item);
    // 'acceptWithAudio' where the template may be read aloud.
    if (template === undefined || !String(item['SubscribeStatusString']).startsWith('accept')) continue;
    await addConsent(tx, accountId, template, { from: 'wechat', eventAt }, deps.now);
  }
  return true;
};

/** Somebody turned messages off in WeChat's own settings. */
export const consentWithdrawn: WechatEventHandler = async (tx, event, deps) => {
  const accountId = await findAccount(tx, event);
  if (accountId === null) return true;
  for (const item of itemsOf(event)) {
    const template = templateNamed(deps, item);
    if (template !== undefined && item['SubscribeStatusString'] === 'reject') await clearConsents(tx, accountId, template);
  }
  return true;
};

/** Whether a message that WeChat had taken arrived. Those that did are 'sent' already. */
export const messageSent: WechatEventHandler = async (tx, event, { now }) => {
  let known = true;
  const { outbox: o } = tx.t;
  for (const item of itemsOf(event)) {
    const messageId = String(item['MsgID']);
    const code = String(item['ErrorCode']);
    if (code === '0' || !/^[0-9]{1,20}$/.test(messageId)) continue;
    const failed = await tx
      .update(o)
      .set({ status: 'failed', receipt: code.slice(0, 20), doneAt: now })
      .where(and(eq(o.receipt, messageId), eq(o.channel, 'wechat'), eq(o.status, 'sent')))
      .returning({ accountId: o.accountId, category: o.category });
    if (failed.length === 0) known = false;
    for (const { accountId, category } of failed) {
      if (code === noConsent && accountId !== null) await clearConsents(tx, accountId, templateOf[category as OutreachCategory]);
    }
  }
  return known;
};
