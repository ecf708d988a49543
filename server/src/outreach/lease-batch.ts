import { isWanted } from '@bandeng/shared/outreach/choose-way.ts';
import { isQuiet } from '@bandeng/shared/outreach/quiet-hours.ts';
import { templateOf, type OutreachCategory, type OutreachChannel } from '@bandeng/shared/outreach/vocabulary.ts';
import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import type { Deps } from '../platform/deps.ts';
import type { Db, Tx } from '../platform/store/store.ts';
import { giveConsentBack } from './consents.ts';
import { loadContacts, type Contact } from './load-contacts.ts';
import type { OutboxRow } from './outbox-row.ts';

/** A message that is ours to send, and to whom. */
export interface Leased {
  readonly row: OutboxRow;
  /** openid or phone number */
  readonly address: string;
  readonly communityName: string;
}

/** All of a batch is sent at once: what a process takes along when it dies is no more than that. */
export const batchSize = 16;
/** Longer than any call may take, its second try with a fresh token included. */
const leaseMs = 60_000;

const isRow = (tx: Tx, { communityId, id }: Pick<OutboxRow, 'communityId' | 'id'>) =>
  and(eq(tx.t.outbox.communityId, communityId), eq(tx.t.outbox.id, id));

/** A process died with them, or lost the database: each may have arrived, so none is sent again. */
const giveUpLost = async (tx: Tx, now: number) => {
  const { outbox: o } = tx.t;
  await tx
    .update(o)
    .set({ status: 'unknown', nextAt: null, leaseUntil: null, doneAt: now })
    .where(and(lte(o.nextAt, now), eq(o.status, 'sending')));
};

/** Where a message goes now; null when the person, or this server, has turned the way off since it was queued. */
const addressOf = (deps: Pick<Deps, 'config' | 'wechat' | 'sms'>, row: OutboxRow, contact: Contact | undefined): string | null => {
  const category = row.category as OutreachCategory;
  if (contact === undefined || !isWanted(contact.off, category, row.channel as OutreachChannel)) return null;
  if (row.channel === 'sms') return deps.sms === null ? null : contact.phone;
  const sends = deps.wechat !== null && deps.config.templates[templateOf[category]] !== null;
  return sends && contact.accountId === row.accountId ? contact.openid : null;
};

const drop = async (tx: Tx, row: OutboxRow, now: number) => {
  await tx.update(tx.t.outbox).set({ status: 'dropped', nextAt: null, doneAt: now }).where(isRow(tx, row));
  if (row.channel === 'wechat' && row.accountId !== null) {
    await giveConsentBack(tx, row.accountId, templateOf[row.category as OutreachCategory]);
  }
};

const loadAll = async (tx: Tx, rows: readonly OutboxRow[]) => {
  const contacts = new Map<string, Contact>();
  const names = new Map<string, string>();
  for (const communityId of new Set(rows.map((row) => row.communityId))) {
    const ids = rows.filter((row) => row.communityId === communityId).map(({ residentId }) => residentId);
    // The consents were taken when the rows were queued: which template is asked about plays no part.
    for (const contact of await loadContacts(tx, communityId, ids, 'notice')) contacts.set(`${communityId}/${contact.residentId}`, contact);
  }
  const { communities: c } = tx.t;
  const found = await tx.select({ id: c.id, name: c.name }).from(c).where(inArray(c.id, rows.map((row) => row.communityId)));
  for (const { id, name } of found) names.set(id, name);
  return { contactOf: (row: OutboxRow) => contacts.get(`${row.communityId}/${row.residentId}`), names };
};

/** Of the messages that wait, those that may go out at this hour: by night only emergencies, however long others are due. */
export const isSendable = (db: Db, now: number) =>
  and(eq(db.t.outbox.status, 'waiting'), isQuiet(now) ? eq(db.t.outbox.category, 'urgent') : undefined);

/**
 * Takes the next messages that are due, so that no other process sends them. `more` says whether others may be waiting.
 * In quiet hours only emergencies are taken, also when others have become due by day and the server was not running.
 */
export const leaseBatch = (deps: Deps): Promise<{ leased: readonly Leased[]; more: boolean }> =>
  deps.store.write(async (tx) => {
    await tx.lock('outbox');
    const now = deps.clock();
    const { outbox: o } = tx.t;
    await giveUpLost(tx, now);
    const due = and(lte(o.nextAt, now), isSendable(tx, now));
    const rows = await tx.select().from(o).where(due).orderBy(asc(o.nextAt), asc(o.id)).limit(batchSize);
    if (rows.length === 0) return { leased: [], more: false };
    const { contactOf, names } = await loadAll(tx, rows);
    const leased: Leased[] = [];
    for (const row of rows) {
      const address = addressOf(deps, row, contactOf(row));
      if (address === null) {
        await drop(tx, row, now);
        continue;
      }
      const lease = { status: 'sending', attempts: row.attempts + 1, leaseUntil: now + leaseMs, nextAt: now + leaseMs };
      await tx.update(o).set(lease).where(isRow(tx, row));
      leased.push({ row: { ...row, ...lease }, address, communityName: names.get(row.communityId) ?? '' });
    }
    return { leased, more: rows.length === batchSize };
  }, 'outbox');
