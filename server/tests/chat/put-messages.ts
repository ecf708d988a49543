import type { MessageRow } from '../../src/chat/rows.ts';
import { searchTerms } from '../../src/chat/search-index.ts';
import { and, eq } from 'drizzle-orm';
import type { TestApp } from '../platform/test-app.ts';
import type { TestGroup } from './seed-group.ts';

/** Puts texts into an empty group as its history, beside the commands: thousands at once. Rows of the index begin at `firstKey`. */
export const putMessages = async (
  t: TestApp,
  { v, groupId, params }: TestGroup,
  texts: readonly string[],
  firstKey: number,
): Promise<void> => {
  const { communityId } = params;
  const rows = texts.map((text, i) => {
    const row: MessageRow = {
      communityId,
      groupId,
      seq: i + 1,
      authorId: v.residents.neighbour,
      sentAs: `put-${i}`,
      kind: 'text',
      text,
      body: {},
      quoteSeq: null,
      mentions: [],
      mentionsAll: false,
      at: t.time.now(),
      state: 'shown',
      stateAt: null,
      stateBy: null,
      stateReason: '',
      eventSeq: 0,
    };
    return { ...row, terms: searchTerms(row), termsKey: firstKey + i };
  });
  await t.deps.store.write(async (tx) => {
    for (let start = 0; start < rows.length; start += 1000) {
      await tx.insert(tx.t.messages).values(rows.slice(start, start + 1000));
    }
    const { groups } = tx.t;
    await tx
      .update(groups)
      .set({ lastSeq: rows.length })
      .where(and(eq(groups.communityId, communityId), eq(groups.id, groupId)));
  });
};
