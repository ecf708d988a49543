import { Type, type Static } from 'typebox';
import { Count, OneOf } from '../kernel/shapes.ts';
import { outreachCategories, subscriptionTemplates } from './vocabulary.ts';

export const Choice = Type.Object({ category: OneOf(outreachCategories), wechat: Type.Boolean(), sms: Type.Boolean() });

export const Outreach = Type.Object({
  /** One row for every category, in the order of the vocabulary. */
  choices: Type.Array(Choice),
  /** Consents left: one is used up by each message. `templateId` is null where this server sends no such message. */
  quotas: Type.Array(Type.Object({ template: OneOf(subscriptionTemplates), templateId: Type.Union([Type.String(), Type.Null()]), remaining: Count })),
  /** Whether this server sends SMS, and knows a number of mine. */
  sms: Type.Boolean(),
  quiet: Type.Object({ fromHour: Count, untilHour: Count }),
});

export const outreachSchemas = {
  getOutreach: { reply: Outreach },
  setChoices: { body: Type.Object({ choices: Type.Array(Choice, { maxItems: 10 }) }), reply: Outreach },
  /** What the person answered when asked for one message of each kind. */
  giveConsents: {
    body: Type.Object({
      accepted: Type.Array(OneOf(subscriptionTemplates), { maxItems: 3, uniqueItems: true }),
      rejected: Type.Array(OneOf(subscriptionTemplates), { maxItems: 3, uniqueItems: true }),
    }),
    reply: Outreach,
  },
} as const;

export type OutreachSchemas = typeof outreachSchemas;
export type Choice = Static<typeof Choice>;
export type Outreach = Static<typeof Outreach>;
