import type { CardRef, Quote } from '@bandeng/shared/chat/schemas.ts';
import { useCallback, useRef } from 'react';
import { makeCommandId } from '@/platform/command-id';
import type { PickedFile } from '@/platform/picked-file';
import { keepFile } from './kept-file';
import { post } from './outbox';
import type { Outgoing } from './send-queue';

type Content = Pick<Outgoing, 'kind'> & Partial<Pick<Outgoing, 'text' | 'card' | 'quote' | 'mentions' | 'mentionsAll'>>;

export interface Poster {
  readonly words: (text: string, more: { quote: Quote | null; mentions: readonly string[]; mentionsAll: boolean }) => void;
  readonly file: (kind: 'image' | 'voice' | 'file', file: PickedFile, durationMs: number | null) => void;
  readonly card: (card: CardRef) => void;
}

const empty = { text: '', file: null, card: null, quote: null, mentions: [], mentionsAll: false } as const;

/** Puts messages into the outbox in the order in which they were meant, although ids and files take a moment. */
export const usePoster = (communityId: string, groupId: string): Poster => {
  const turn = useRef<Promise<void>>(Promise.resolve());
  const add = useCallback(
    (content: Content, picked?: { file: PickedFile; durationMs: number | null }) => {
      turn.current = turn.current.then(async () => {
        const sentAs = await makeCommandId();
        const at = Date.now();
        const base: Outgoing = {
          ...empty, ...content, sentAs, communityId, groupId, at, state: 'waiting', since: at, lost: 0, notBefore: 0, why: null, held: null,
        };
        if (picked === undefined) return post(base);
        const { file, durationMs } = picked;
        const uploadAs = await makeCommandId();
        await keepFile(uploadAs, file);
        post({ ...base, file: { uploadAs, name: file.name, size: file.size, durationMs, fileId: null } });
      });
    },
    [communityId, groupId],
  );
  return {
    words: useCallback((text, more) => add({ kind: 'text', text, ...more }), [add]),
    file: useCallback((kind, file, durationMs) => add({ kind }, { file, durationMs }), [add]),
    card: useCallback((card) => add({ kind: 'card', card }), [add]),
  };
};
