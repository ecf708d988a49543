import type { Author, Message, MessageFile, Quote } from '@bandeng/shared/chat/schemas.ts';
import type { CardKind, GroupEvent, MessageState } from '@bandeng/shared/chat/vocabulary.ts';
import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';
import { loadAuthors } from './load-authors.ts';
import type { MessageRow } from './rows.ts';

type Authors = ReadonlyMap<string, Author>;
type Quotable = Pick<MessageRow, 'seq' | 'authorId' | 'kind' | 'text' | 'body' | 'state'>;

const excerptLength = 60;
const none: Authors = new Map();

const fileOf = ({ body }: MessageRow): MessageFile | null =>
  body.fileId === undefined
    ? null
    : {
        id: body.fileId,
        name: body.fileName ?? '',
        type: body.fileType ?? '',
        size: body.fileSize ?? 0,
        width: body.width ?? null,
        height: body.height ?? null,
        durationMs: body.durationMs ?? null,
      };

const quoteOf = (row: Quotable, authors: Authors): Quote => ({
  seq: row.seq,
  label: authors.get(row.authorId ?? '')?.label ?? '',
  kind: row.kind,
  excerpt: row.state === 'shown' ? [...(row.body.fileName ?? row.text)].slice(0, excerptLength).join('') : '',
  state: row.state as MessageState,
});

const present = (row: MessageRow, authors: Authors, quoted: ReadonlyMap<number, Quotable>, open: boolean): Message => {
  const { body } = row;
  const quote = quoted.get(row.quoteSeq ?? 0);
  const card = body.cardKind === undefined || body.cardId === undefined ? null : { kind: body.cardKind as CardKind, id: body.cardId };
  return {
    seq: row.seq,
    sentAs: row.sentAs,
    kind: row.kind,
    at: row.at,
    author: row.authorId === null ? null : (authors.get(row.authorId) ?? { id: row.authorId, label: '', badge: null }),
    text: open ? row.text : '',
    file: open ? fileOf(row) : null,
    quote: open && quote ? quoteOf(quote, authors) : null,
    mentions: open ? row.mentions : [],
    mentionsAll: open && row.mentionsAll,
    card: open ? card : null,
    event:
      body.eventKind === undefined
        ? null
        : {
            kind: body.eventKind as GroupEvent,
            label: authors.get(body.eventAbout ?? '')?.label ?? '',
            detail: body.eventDetail ?? '',
          },
    state: row.state as MessageState,
  };
};

const loadQuoted = async (db: Db, communityId: string, groupId: string, rows: readonly MessageRow[]) => {
  const here = new Map<number, Quotable>(rows.map((row) => [row.seq, row]));
  const wanted = new Set(rows.flatMap(({ quoteSeq }) => (quoteSeq === null || here.has(quoteSeq) ? [] : quoteSeq)));
  if (wanted.size === 0) return here;
  const { messages: m } = db.t;
  const found = await db
    .select({ seq: m.seq, authorId: m.authorId, kind: m.kind, text: m.text, body: m.body, state: m.state })
    .from(m)
    .where(and(eq(m.communityId, communityId), eq(m.groupId, groupId), inArray(m.seq, [...wanted])));
  for (const row of found) here.set(row.seq, row);
  return here;
};

const presentAll = async (
  db: Db,
  communityId: string,
  groupId: string,
  rows: readonly MessageRow[],
  known: Authors,
  isOpen: (row: MessageRow) => boolean,
): Promise<Message[]> => {
  const quoted = await loadQuoted(db, communityId, groupId, rows);
  const named = [...rows, ...quoted.values()].flatMap(({ authorId, body }) => [authorId, body.eventAbout ?? null]);
  const missing = [...new Set(named)].filter((id) => id !== null && !known.has(id)) as string[];
  const loaded = missing.length === 0 ? none : await loadAuthors(db, communityId, groupId, missing);
  const authors = new Map([...known, ...loaded]);
  return rows.map((row) => present(row, authors, quoted, isOpen(row)));
};

/**
 * Messages of one group as its members see them: what was recalled or deleted keeps its place, without words, file,
 * card, quote and mentions; where it is quoted nothing of it is left either.
 * @param known authors who need not be looked up
 */
export const presentMessages = (
  db: Db,
  communityId: string,
  groupId: string,
  rows: readonly MessageRow[],
  known: Authors = none,
): Promise<Message[]> => presentAll(db, communityId, groupId, rows, known, ({ state }) => state === 'shown');

/** The same with what a moderator deleted, for those who judge it. What was recalled is gone for everybody. */
export const presentOriginal = (
  db: Db,
  communityId: string,
  groupId: string,
  rows: readonly MessageRow[],
): Promise<Message[]> => presentAll(db, communityId, groupId, rows, none, ({ state }) => state !== 'recalled');
