import { chooseWay } from '@bandeng/shared/outreach/choose-way.ts';
import type { OutreachData } from '@bandeng/shared/outreach/fill-template.ts';
import { sendableFrom } from '@bandeng/shared/outreach/quiet-hours.ts';
import { templateOf, type OutreachCategory, type OutreachChannel } from '@bandeng/shared/outreach/vocabulary.ts';
import type { Deps } from '../platform/deps.ts';
import type { Db, Tx } from '../platform/store/store.ts';
import { takeConsents } from './consents.ts';
import { loadContacts, type Contact } from './load-contacts.ts';

/** People told by each way. */
export interface Reached {
  readonly wechat: number;
  readonly sms: number;
}

export interface Outgoing {
  readonly communityId: string;
  readonly residentIds: readonly string[];
  readonly category: OutreachCategory;
  /** What it is about: its author sees the receipts under this. */
  readonly owner: { readonly kind: string; readonly id: string };
  /** `page` is a path of the mini-program with its query. */
  readonly data: OutreachData;
  /** Nothing is queued that could go out only from then on, ms since 1970. */
  readonly until?: number;
}

export type ReachDeps = Pick<Deps, 'config' | 'newId' | 'wechat' | 'sms'>;

/** Both engines bound the number of values in a statement. */
const chunkSize = 500;

const chunksOf = (residentIds: readonly string[]): string[][] => {
  const ids = [...new Set(residentIds)];
  return Array.from({ length: Math.ceil(ids.length / chunkSize) }, (_, i) => ids.slice(i * chunkSize, (i + 1) * chunkSize));
};

/** The way to each of them, if there is one. */
const waysTo = (
  deps: Pick<Deps, 'config' | 'wechat' | 'sms'>,
  contacts: readonly Contact[],
  category: OutreachCategory,
  hasConsent: (contact: Contact) => boolean,
) => {
  const sendsWechat = deps.wechat !== null && deps.config.templates[templateOf[category]] !== null;
  return contacts.flatMap((contact): { contact: Contact; channel: OutreachChannel }[] => {
    const wechat = sendsWechat && contact.openid !== null && hasConsent(contact);
    const channel = chooseWay({ category, off: contact.off, wechat, sms: deps.sms !== null && contact.phone !== null });
    return channel === null ? [] : [{ contact, channel }];
  });
};

const hasSome = ({ remaining }: Contact) => remaining > 0;

const tally = (ways: readonly { channel: OutreachChannel }[], so: Reached): Reached => ({
  wechat: so.wechat + ways.filter(({ channel }) => channel === 'wechat').length,
  sms: so.sms + ways.filter(({ channel }) => channel === 'sms').length,
});

/**
 * Queues one message to each of these people who allows it, can be reached and whom this server can reach, by the best
 * way; it goes out after this write, outside the quiet hours. A WeChat consent is used up here.
 */
export const reach = async (tx: Tx, deps: ReachDeps, outgoing: Outgoing, now: number): Promise<Reached> => {
  const { communityId, category, owner, data, until } = outgoing;
  const nextAt = sendableFrom(now, category);
  let reached: Reached = { wechat: 0, sms: 0 };
  if ((deps.wechat === null && deps.sms === null) || (until !== undefined && nextAt >= until)) return reached;
  const kept = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== ''));
  for (const ids of chunksOf(outgoing.residentIds)) {
    const contacts = await loadContacts(tx, communityId, ids, templateOf[category]);
    const wanting = waysTo(deps, contacts, category, hasSome).filter(({ channel }) => channel === 'wechat');
    const accounts = wanting.flatMap(({ contact }) => contact.accountId ?? []);
    const taken = await takeConsents(tx, accounts, templateOf[category]);
    // Somebody whose last consent was taken in this instant by another community is told as if there had been none.
    const ways = waysTo(deps, contacts, category, ({ accountId }) => accountId !== null && taken.has(accountId));
    if (ways.length === 0) continue;
    await tx.insert(tx.t.outbox).values(
      ways.map(({ contact, channel }) => ({
        communityId,
        id: deps.newId(),
        residentId: contact.residentId,
        accountId: contact.accountId,
        channel,
        category,
        ownerKind: owner.kind,
        ownerId: owner.id,
        data: kept,
        status: 'waiting',
        attempts: 0,
        nextAt,
        leaseUntil: null,
        receipt: '',
        at: now,
        doneAt: null,
      })),
    );
    reached = tally(ways, reached);
  }
  return reached;
};

/** How many of these people `reach` would tell now, by each way. */
export const countReachable = async (
  db: Db,
  deps: Pick<Deps, 'config' | 'wechat' | 'sms'>,
  communityId: string,
  residentIds: readonly string[],
  category: OutreachCategory,
): Promise<Reached> => {
  let reached: Reached = { wechat: 0, sms: 0 };
  if (deps.wechat === null && deps.sms === null) return reached;
  for (const ids of chunksOf(residentIds)) {
    const contacts = await loadContacts(db, communityId, ids, templateOf[category]);
    reached = tally(waysTo(deps, contacts, category, hasSome), reached);
  }
  return reached;
};
export { countReceipts, type ReceiptCount } from './count-receipts.ts';
