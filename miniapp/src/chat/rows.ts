import type { Message } from '@bandeng/shared/chat/schemas.ts';
import { dayOf } from '@/i18n/when';
import type { Outgoing } from './send-queue';

/** One line of the conversation as it is drawn. */
export type Row =
  | { readonly kind: 'time'; readonly key: string; readonly at: number }
  | { readonly kind: 'new'; readonly key: string }
  | { readonly kind: 'message'; readonly key: string; readonly message: Message; readonly own: boolean; readonly named: boolean }
  | { readonly kind: 'outgoing'; readonly key: string; readonly outgoing: Outgoing; readonly named: boolean };

const quietMs = 5 * 60_000;

/** A time is shown after a pause, and when a day begins. */
const needsTime = (before: number | undefined, at: number): boolean =>
  before === undefined || at - before > quietMs || dayOf(before) !== dayOf(at);

export interface Conversation {
  readonly messages: readonly Message[];
  /** Mine that are not among them; drawn at the end, where the history is at its end. */
  readonly outgoing: readonly Outgoing[];
  /** Of the resident who reads. */
  readonly me: string;
  /** After which the unread ones began when the conversation was opened; null for none. */
  readonly readSeq: number | null;
}

const messageRow = (message: Message, before: Message | undefined, me: string, afterLine: boolean): Row => {
  const own = message.author !== null && message.author.id === me;
  const spokeBefore = before !== undefined && before.state === 'shown' && before.kind !== 'event' ? before.author?.id : undefined;
  const sameVoice = !afterLine && spokeBefore !== undefined && spokeBefore === message.author?.id;
  // The key of an own message is that of its outgoing bubble: it stays in place when it arrives.
  const key = own && message.sentAs !== '' ? `own-${message.sentAs}` : `seq-${message.seq}`;
  return { kind: 'message', key, message, own, named: !sameVoice };
};

export const drawRows = ({ messages, outgoing, me, readSeq }: Conversation): Row[] => {
  const rows: Row[] = [];
  messages.forEach((message, index) => {
    const before = messages[index - 1];
    const time = needsTime(before?.at, message.at);
    const line = readSeq !== null && message.seq === readSeq + 1;
    if (time) rows.push({ kind: 'time', key: `time-${message.seq}`, at: message.at });
    if (line) rows.push({ kind: 'new', key: 'new' });
    rows.push(messageRow(message, before, me, time || line));
  });
  const arrived = new Set(messages.filter(({ author }) => author?.id === me).map(({ sentAs }) => sentAs));
  for (const one of outgoing.filter(({ sentAs }) => !arrived.has(sentAs))) {
    const above = rows[rows.length - 1];
    const mine = above?.kind === 'outgoing' || (above?.kind === 'message' && above.own && above.message.state === 'shown');
    rows.push({ kind: 'outgoing', key: `own-${one.sentAs}`, outgoing: one, named: !mine });
  }
  return rows;
};

/** What lies under the lower edge of the window is not read yet. Rects are in order from the top. */
export const lastVisible = (rects: readonly { readonly seq: number; readonly top: number }[], bottom: number): number =>
  rects.reduce((seq, rect) => (rect.top < bottom - 12 ? Math.max(seq, rect.seq) : seq), 0);
