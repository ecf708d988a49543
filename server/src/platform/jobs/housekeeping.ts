import { and, eq, gt, isNull, lt, lte, or } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import { dropKeptFile } from '../files/vault.ts';
import type { Tx } from '../store/store.ts';
import { setTimer } from './timers.ts';
import type { TimerHandler } from './timer-handler.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const keep = {
  /** A client gives a command up long before this. */
  commandsMs: 7 * dayMs,
  unattachedFilesMs: dayMs,
  eventsMs: 30 * dayMs,
  eventsPerChannel: 1000,
  /** Who signed in, when and how it ended, are logs to be kept six months at least [网络安全法 art. 21 (3)]. */
  signInsMs: 183 * dayMs,
  /** How personal data was handled is kept three years [个人信息保护法 art. 56]. */
  phoneReadsMs: 3 * 366 * dayMs,
  webLoginsMs: 7 * dayMs,
  /** Whoever comes with an old one is told that it is over, not that it never was. */
  invitationsMs: 30 * dayMs,
  /** As long as somebody may ask whether a message was sent. */
  messagesMs: 183 * dayMs,
};
const filesPerRun = 500;

const pruneFiles = async (tx: Tx, deps: Deps, now: number) => {
  const { files } = tx.t;
  const old = await tx
    .select({ communityId: files.communityId, id: files.id })
    .from(files)
    .where(and(isNull(files.ownerKind), lt(files.at, now - keep.unattachedFilesMs)))
    .limit(filesPerRun);
  for (const { communityId, id } of old) {
    // Asked again: a command of another process may have attached the file since it was found.
    const here = and(eq(files.communityId, communityId), eq(files.id, id), isNull(files.ownerKind));
    const gone = await tx.delete(files).where(here).returning({ id: files.id });
    if (gone.length === 0) continue;
    tx.after(() => {
      dropKeptFile(deps.config.dataDir, communityId, id).catch(() => deps.log.warn({ id }, 'a pruned file could not be removed'));
    });
  }
};

const pruneEvents = async (tx: Tx, now: number) => {
  const { channels: c, channelEvents: events } = tx.t;
  await tx.delete(events).where(lt(events.at, now - keep.eventsMs));
  // Channel by channel, each a range of the key: millions of events are kept, and everybody's writes wait for this one.
  const long = await tx.select().from(c).where(gt(c.lastSeq, keep.eventsPerChannel));
  for (const { communityId, channel, lastSeq } of long) {
    const here = and(eq(events.communityId, communityId), eq(events.channel, channel));
    await tx.delete(events).where(and(here, lte(events.seq, lastSeq - keep.eventsPerChannel)));
  }
};

const pruneSignIns = async (tx: Tx, now: number) => {
  const { signIns, refreshTokens, webLogins } = tx.t;
  const before = now - keep.signInsMs;
  await tx.delete(webLogins).where(lt(webLogins.expiresAt, now - keep.webLoginsMs));
  await tx.delete(signIns).where(or(lt(signIns.expiresAt, before), lt(signIns.revokedAt, before)));
  // A token lives 30 days at most: one that was issued this long ago was used or has expired.
  await tx.delete(refreshTokens).where(lt(refreshTokens.issuedAt, before));
};

const kind = 'housekeeping';
const timerAt = (dueAt: number) => ({ communityId: '-', kind, subjectId: '-', dueAt });

/** Removes, every hour, what has served its time. */
export const housekeeping: Readonly<Record<string, TimerHandler>> = {
  [kind]: {
    run: async (tx, _timer, deps) => {
      const { now } = deps;
      await tx.delete(tx.t.commands).where(lt(tx.t.commands.at, now - keep.commandsMs));
      await pruneFiles(tx, deps, now);
      await pruneEvents(tx, now);
      await pruneSignIns(tx, now);
      await tx.delete(tx.t.phoneReads).where(lt(tx.t.phoneReads.lastAt, now - keep.phoneReadsMs));
      await tx.delete(tx.t.invitations).where(lt(tx.t.invitations.expiresAt, now - keep.invitationsMs));
      await tx.delete(tx.t.outbox).where(lt(tx.t.outbox.doneAt, now - keep.messagesMs));
      await setTimer(tx, timerAt(now + hourMs));
    },
  },
};

/** Begins the hourly round where it has never run. */
export const beginHousekeeping = (deps: Deps): Promise<void> =>
  deps.store.write(async (tx) => {
    await tx.insert(tx.t.timers).values({ ...timerAt(deps.clock()), tryAt: deps.clock(), failures: 0 }).onConflictDoNothing();
  });
