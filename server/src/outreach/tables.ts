import type { Kit } from '../platform/store/kit.ts';

/** Tables of what leaves the app: choices, consents and the outbox. */
export const defineOutreachTables = (k: Kit) => {
  const outreachChoices = k.table('outreach_choices', {
    communityId: k.id().notNull(),
    residentId: k.id().notNull(),
    /** Category → ways that are off. What is not named is on. */
    off: k.json<Record<string, string[]>>().notNull(),
  }, (t) => [k.pk({ columns: [t.communityId, t.residentId] })]);

  /** One consent of an account is good for one message of the template. */
  const outreachConsents = k.table('outreach_consents', {
    accountId: k.id().notNull(),
    template: k.text().notNull(),
    remaining: k.int().notNull(),
    /** Consents that the app has reported and WeChat itself not yet; negative the other way round. */
    ahead: k.int().notNull(),
    /** When WeChat's last counted event was made, in seconds: it sends an event again until it is answered. */
    eventAt: k.int().notNull(),
    at: k.int().notNull(),
  }, (t) => [k.pk({ columns: [t.accountId, t.template] })]);

  const outbox = k.table('outbox', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    residentId: k.id().notNull(),
    accountId: k.id(),
    channel: k.text().notNull(),
    category: k.text().notNull(),
    /** What it is about: `notice` and its id, so that its author sees the receipts. */
    ownerKind: k.text().notNull(),
    ownerId: k.id().notNull(),
    /** Fields of the message: title, place, time, note; and the page it opens. */
    data: k.json<Record<string, string>>().notNull(),
    status: k.text().notNull(),
    attempts: k.int().notNull(),
    /** Not before this; null when nothing is left to do. */
    nextAt: k.int(),
    /** While 'sending': taken for lost after this. */
    leaseUntil: k.int(),
    /** What the other side answered: its message id, or its error. */
    receipt: k.text().notNull(),
    at: k.int().notNull(),
    doneAt: k.int(),
  }, (t) => [
    k.pk({ columns: [t.communityId, t.id] }),
    k.index('outbox_next').on(t.nextAt),
    k.index('outbox_receipt').on(t.receipt),
    k.index('outbox_done').on(t.doneAt),
    k.index('outbox_owner').on(t.communityId, t.ownerKind, t.ownerId),
  ]);

  return { outreachChoices, outreachConsents, outbox };
};
