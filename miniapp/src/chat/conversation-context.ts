import type { Author, Group, Message, Quote } from '@bandeng/shared/chat/schemas.ts';
import { createContext, useContext } from 'react';
import type { Cards } from './use-cards';
import type { Readers } from './use-readers';

/** What the rows of a conversation need from the page around them. */
export interface ConversationTools {
  readonly communityId: string;
  readonly group: Group;
  /** Of the resident who reads. */
  readonly me: string;
  readonly cards: Cards;
  readonly readers: Readers | null;
  /** The one a jump led to, for a moment. */
  readonly marked: number | null;
  readonly jump: (seq: number) => void;
  readonly openMenu: (message: Message) => void;
  readonly mention: (author: Author) => void;
  readonly showPicture: (fileId: string, name: string, label: string) => void;
  readonly editAgain: (text: string) => void;
  readonly appeal: (seq: number) => void;
  /** The words of what I recalled here, by `sentAs`: only this device still has them. */
  readonly recalledWords: ReadonlyMap<string, string>;
}

const Context = createContext<ConversationTools | null>(null);
export const ConversationProvider = Context.Provider;

export const useConversationTools = (): ConversationTools => {
  const tools = useContext(Context);
  if (tools === null) throw new Error('outside of a conversation');
  return tools;
};

/** What an answer to a message shows of it. */
export const quoteOf = (message: Message, excerpt: string): Quote => ({
  seq: message.seq,
  label: message.author?.label ?? '',
  kind: message.kind,
  excerpt: excerpt.slice(0, 60),
  state: message.state,
});
