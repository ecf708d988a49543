import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import type { StageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import type { Body } from '@bandeng/shared/kernel/api.ts';
import { and, eq } from 'drizzle-orm';
import { addComment } from '../deliberation/add-comment.ts';
import { createDraft } from '../deliberation/create-draft.ts';
import { submitMatter } from '../deliberation/submit-matter.ts';
import type { Director } from './director.ts';

export type Words = Body<typeof api.createDraft>;

/** What most matters of the demonstration have in common. */
export const plainWords: Omit<Words, 'title' | 'summary' | 'text'> = {
  type: 'public-works',
  secret: false,
  assembly: 'representatives',
  budgetFen: null,
  options: [],
  fileIds: [],
};

export const revisionOf = async ({ deps, cast }: Director, matterId: string): Promise<number> => {
  const { matters: m } = deps.store.t;
  const [found] = await deps.store.read((db) =>
    db
      .select({ revision: m.revision })
      .from(m)
      .where(and(eq(m.communityId, cast.communityId), eq(m.id, matterId))),
  );
  return found?.revision ?? 0;
};

export const draftMatter = async (d: Director, author: string, words: Words): Promise<string> => {
  const { id = '' } = await d.play(api.createDraft, createDraft, author, {}, words);
  return id;
};

/** Drafts a matter and, the next day, submits it. */
export const proposeMatter = async (d: Director, author: string, words: Words): Promise<string> => {
  const matterId = await draftMatter(d, author, words);
  await d.pass(22 * 60);
  await d.play(api.submitMatter, submitMatter, author, { matterId }, { revision: await revisionOf(d, matterId) });
  return matterId;
};

/** Neighbours say something, one after the other; gives the ids of what they said. */
export const discuss = async (
  d: Director,
  matterId: string,
  stageId: StageId,
  said: readonly (readonly [speaker: string, text: string])[],
): Promise<string[]> => {
  const ids: string[] = [];
  for (const [speaker, text] of said) {
    await d.pass(47);
    const { id = '' } = await d.play(api.addComment, addComment, speaker, { matterId }, { text, stageId });
    ids.push(id);
  }
  return ids;
};

/** Somebody by place in a list; a demonstration that lacks the person is set up wrongly. */
export const pick = (people: readonly string[], place: number): string => {
  const found = people[place];
  if (found === undefined) throw new Error(`the demonstration has only ${people.length} people for a part`);
  return found;
};
