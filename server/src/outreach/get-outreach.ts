import type { Outreach } from '@bandeng/shared/outreach/schemas.ts';
import { isWanted } from '@bandeng/shared/outreach/choose-way.ts';
import { outreachCategories, quietHours, subscriptionTemplates } from '@bandeng/shared/outreach/vocabulary.ts';
import { eq } from 'drizzle-orm';
import type { Deps } from '../platform/deps.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';
import { loadContacts } from './load-contacts.ts';

/** What a member has chosen, and how much is left of what the member agreed to. */
export const getOutreach = async (db: Db, deps: Pick<Deps, 'config' | 'wechat' | 'sms'>, actor: Actor): Promise<Outreach> => {
  const [contact] = await loadContacts(db, actor.communityId, [actor.residentId], 'notice');
  const { outreachConsents: c } = db.t;
  const consents = await db
    .select({ template: c.template, remaining: c.remaining })
    .from(c)
    .where(eq(c.accountId, actor.accountId));
  const off = contact?.off ?? {};
  return {
    choices: outreachCategories.map((category) => ({
      category,
      wechat: isWanted(off, category, 'wechat'),
      sms: isWanted(off, category, 'sms'),
    })),
    quotas: subscriptionTemplates.map((template) => ({
      template,
      templateId: deps.wechat === null ? null : (deps.config.templates[template]?.id ?? null),
      remaining: consents.find((one) => one.template === template)?.remaining ?? 0,
    })),
    sms: deps.sms !== null && (contact?.phone ?? null) !== null,
    quiet: { ...quietHours },
  };
};
