import type { CardRef, MessageInput, Quote } from '@bandeng/shared/chat/schemas.ts';
import type { HoldReason } from '@bandeng/shared/chat/vocabulary.ts';

/** A file on its way: uploaded first, under a command id of its own. */
export interface OutgoingFile {
  readonly uploadAs: string;
  readonly name: string;
  readonly size: number;
  /** Of a recording, in ms. */
  readonly durationMs: number | null;
  /** Known once it is uploaded. */
  readonly fileId: string | null;
}

/**
 * waiting: goes out when its turn comes; sent: the server has it, its event is on the way; held: waits for a moderator;
 * failed: refused, or given up after a long outage, until the person decides.
 */
export type OutgoingState = 'waiting' | 'sent' | 'held' | 'failed';

/** A message of mine that is not in the history yet. */
export interface Outgoing {
  /** The command id that it is sent under, however often. */
  readonly sentAs: string;
  readonly communityId: string;
  readonly groupId: string;
  readonly kind: MessageInput['kind'];
  readonly text: string;
  readonly file: OutgoingFile | null;
  readonly card: CardRef | null;
  readonly quote: Quote | null;
  readonly mentions: readonly string[];
  readonly mentionsAll: boolean;
  readonly at: number;
  readonly state: OutgoingState;
  /** When the attempts began, and how many were lost since. */
  readonly since: number;
  readonly lost: number;
  readonly notBefore: number;
  /** Why it failed, in both languages; null for an outage. */
  readonly why: { readonly zh: string; readonly en: string } | null;
  readonly held: { readonly id: string; readonly reason: HoldReason; readonly refused: string | null } | null;
}

export type Queue = readonly Outgoing[];

/** After this long without an answer the person is asked. */
export const outageMs = 120_000;
const pauses = [1000, 2000, 4000, 8000, 15_000];

const change = (queue: Queue, sentAs: string, part: Partial<Outgoing>): Queue =>
  queue.map((one) => (one.sentAs === sentAs ? { ...one, ...part } : one));

export const add = (queue: Queue, one: Outgoing): Queue =>
  queue.some(({ sentAs }) => sentAs === one.sentAs) ? queue : [...queue, one];

export const drop = (queue: Queue, gone: ReadonlySet<string>): Queue =>
  queue.some(({ sentAs }) => gone.has(sentAs)) ? queue.filter(({ sentAs }) => !gone.has(sentAs)) : queue;

export const ofGroup = (queue: Queue, groupId: string): Queue => queue.filter((one) => one.groupId === groupId);

/** One after the other in each group: the first that waits. */
export const heads = (queue: Queue): Outgoing[] => {
  const first = new Map<string, Outgoing>();
  for (const one of queue) if (one.state === 'waiting' && !first.has(one.groupId)) first.set(one.groupId, one);
  return Array.from(first.values());
};

export const uploaded = (queue: Queue, sentAs: string, fileId: string): Queue =>
  queue.map((one) => (one.sentAs === sentAs && one.file !== null ? { ...one, file: { ...one.file, fileId } } : one));

export const sent = (queue: Queue, sentAs: string): Queue => change(queue, sentAs, { state: 'sent', why: null });

export const hold = (queue: Queue, sentAs: string, held: { id: string; reason: HoldReason }): Queue =>
  change(queue, sentAs, { state: 'held', held: { ...held, refused: null } });

/** A moderator did not let it pass. */
export const turnDown = (queue: Queue, heldId: string, refused: string): Queue =>
  queue.map((one) => (one.held?.id === heldId ? { ...one, held: { ...one.held, refused } } : one));

export const refuse = (queue: Queue, sentAs: string, why: NonNullable<Outgoing['why']>): Queue =>
  change(queue, sentAs, { state: 'failed', why });

/**
 * No answer came. It is tried again after a pause; after a long outage it and all behind it in the group stop, so that nothing
 * overtakes it.
 */
export const lose = (queue: Queue, sentAs: string, now: number): Queue => {
  const lostOne = queue.find((one) => one.sentAs === sentAs);
  if (lostOne === undefined) return queue;
  if (now - lostOne.since >= outageMs) {
    const from = queue.indexOf(lostOne);
    return queue.map((one, index) =>
      index >= from && one.groupId === lostOne.groupId && one.state === 'waiting' ? { ...one, state: 'failed', why: null } : one,
    );
  }
  const pause = pauses[Math.min(lostOne.lost, pauses.length - 1)] ?? 0;
  return change(queue, sentAs, { lost: lostOne.lost + 1, notBefore: now + pause });
};

/** The person wants it sent after all: behind what waits now, under the same id. */
export const retry = (queue: Queue, sentAs: string, now: number): Queue => {
  const one = queue.find((other) => other.sentAs === sentAs);
  if (one === undefined || one.state !== 'failed') return queue;
  const again: Outgoing = { ...one, state: 'waiting', at: now, since: now, lost: 0, notBefore: 0, why: null };
  return [...queue.filter((other) => other !== one), again];
};

/** The line is back: nothing waits for its pause any longer. */
export const hurry = (queue: Queue): Queue =>
  queue.some(({ notBefore }) => notBefore > 0) ? queue.map((one) => ({ ...one, notBefore: 0 })) : queue;

/** What is taken up again after a restart. What was sent is in the history by now. */
export const restore = (kept: Queue, now: number): Queue =>
  kept.filter(({ state }) => state !== 'sent').map((one) => ({ ...one, since: now, lost: 0, notBefore: 0 }));

/** The body of `sendMessage`. */
export const inputOf = (one: Outgoing): MessageInput => ({
  kind: one.kind,
  ...(one.kind === 'text' ? { text: one.text } : {}),
  ...(one.file === null || one.file.fileId === null ? {} : { fileId: one.file.fileId }),
  ...(one.card === null ? {} : { card: one.card }),
  ...(one.quote === null ? {} : { quoteSeq: one.quote.seq }),
  ...(one.mentions.length === 0 ? {} : { mentions: [...one.mentions] }),
  ...(one.mentionsAll ? { mentionsAll: true } : {}),
});
