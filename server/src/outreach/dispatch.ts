import { composeSms } from '@bandeng/shared/outreach/compose-sms.ts';
import { fillTemplate } from '@bandeng/shared/outreach/fill-template.ts';
import { templateOf, type OutreachCategory } from '@bandeng/shared/outreach/vocabulary.ts';
import { and, eq, lte, or } from 'drizzle-orm';
import type { Deps } from '../platform/deps.ts';
import { describeBug } from '../platform/http/answer-errors.ts';
import type { Sending } from '../platform/sending.ts';
import { isSendable, leaseBatch, type Leased } from './lease-batch.ts';
import { recordReceipt } from './record-receipt.ts';

const tickMs = 1000;

/** One call to the other side, outside of any transaction. */
const send = async (deps: Deps, { row, address, communityName }: Leased): Promise<Sending> => {
  if (row.channel === 'sms') {
    const text = composeSms(communityName, row.data);
    return (await deps.sms?.send({ id: row.id, phone: address, text })) ?? { kind: 'later', receipt: 'switched-off' };
  }
  const template = deps.config.templates[templateOf[row.category as OutreachCategory]];
  if (deps.wechat === null || template === null) return { kind: 'later', receipt: 'switched-off' };
  const data = fillTemplate(template.fields, row.data, row.at);
  const page = row.data['page'] ?? '';
  return deps.wechat.sendSubscribed({ openid: address, templateId: template.id, page, data, state: deps.config.miniappState });
};

const sendOne = async (deps: Deps, leased: Leased): Promise<void> => {
  const sending = await send(deps, leased);
  if (sending.kind === 'refused' || sending.kind === 'unclear') {
    const { channel, category } = leased.row;
    deps.log.warn({ id: leased.row.id, channel, category, ...sending }, 'a message could not be delivered');
  }
  await deps.store.write((tx) => recordReceipt(tx, leased.row, sending, deps.clock()), 'outbox-receipts');
};

/** A look that writes nothing: most of the time there is nothing to do. */
const isAnythingDue = (deps: Deps): Promise<boolean> =>
  deps.store.read(async (db) => {
    const { outbox: o } = db.t;
    const now = deps.clock();
    const due = and(lte(o.nextAt, now), or(eq(o.status, 'sending'), isSendable(db, now)));
    return (await db.select({ id: o.id }).from(o).where(due).limit(1)).length > 0;
  });

/** Sends the messages that are due, one batch. Safe in several processes at once. Says whether more may be waiting. */
export const dispatchOutbox = async (deps: Deps): Promise<boolean> => {
  if (!(await isAnythingDue(deps))) return false;
  const { leased, more } = await leaseBatch(deps);
  // Each by itself: whoever stops the server waits for all of them, also when one meets a bug.
  const ends = await Promise.allSettled(leased.map((one) => sendOne(deps, one)));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return more;
};

/** Sends what is due, every second, until stopped. */
export const startDispatcher = (deps: Deps): { stop(): Promise<void> } => {
  let stopped = false;
  let next: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const tick = () => {
    running = dispatchOutbox(deps)
      .catch((error: unknown) => {
        deps.log.error(describeBug(error), 'messages could not be sent');
        return false;
      })
      .then((more) => {
        if (!stopped) next = setTimeout(tick, more ? 0 : tickMs);
      });
  };
  tick();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(next);
      await running;
    },
  };
};
