/** Ways to people who are not in the app, and what they may be told about. */

export const outreachChannels = ['wechat', 'sms'] as const;
export type OutreachChannel = (typeof outreachChannels)[number];

/** What a person can choose for: notices, emergencies, meetings and votes, replies to what one said, being mentioned. */
export const outreachCategories = ['notice', 'urgent', 'vote', 'reply', 'mention'] as const;
export type OutreachCategory = (typeof outreachCategories)[number];

/** Kinds of WeChat subscription messages; each needs its own template and its own consent. */
export const subscriptionTemplates = ['notice', 'vote', 'reply'] as const;
export type SubscriptionTemplate = (typeof subscriptionTemplates)[number];

/** The template that carries a category. */
export const templateOf: Readonly<Record<OutreachCategory, SubscriptionTemplate>> = {
  notice: 'notice', urgent: 'notice', vote: 'vote', reply: 'reply', mention: 'reply',
};

/** `unknown`: handed over when the process died; it is not sent again, because each costs a consent or money. */
export const outboxStatuses = ['waiting', 'sending', 'sent', 'failed', 'unknown', 'dropped'] as const;
export type OutboxStatus = (typeof outboxStatuses)[number];

/** China Standard Time: nothing but emergencies goes out from 22:00 until 7:00. */
export const quietHours = { fromHour: 22, untilHour: 7 } as const;
