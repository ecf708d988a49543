import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { decideSecrecy } from '@bandeng/shared/deliberation/secrecy.ts';
import type { Body } from '@bandeng/shared/kernel/api.ts';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../platform/store/store.ts';
import type { MatterRow } from './rows.ts';

export type Content = Body<typeof deliberationApi.createDraft>;

/** The text of a matter and what decides how it is voted on. */
export const contentColumns = (body: Content) => ({
  title: body.title.trim(),
  summary: body.summary.trim(),
  text: body.text,
  type: body.type,
  secret: decideSecrecy(body.type, body.secret),
  assembly: body.assembly,
  budgetFen: body.budgetFen,
  options: body.options.map(({ id, title, text }) => ({ id, title, text })),
  fileIds: [...new Set(body.fileIds)],
});

export const contentOf = (matter: MatterRow) => ({
  title: matter.title,
  summary: matter.summary,
  text: matter.text,
  type: matter.type,
  secret: matter.secret,
  assembly: matter.assembly,
  budgetFen: matter.budgetFen,
  options: matter.options,
  fileIds: matter.fileIds,
});

/** What is put to the vote must say what it is about. */
export const isComplete = ({ title, text }: { title: string; text: string }): boolean =>
  title.trim() !== '' && text.trim() !== '';

/** Keeps one wording of the matter for ever: who made it, why, and whether earlier decisions still stand. */
export const keepVersion = async (
  tx: Tx,
  { communityId, id: matterId }: Pick<MatterRow, 'communityId' | 'id'>,
  version: number,
  content: ReturnType<typeof contentOf>,
  change: { readonly reason: string; readonly material: boolean; readonly byId: string; readonly at: number },
): Promise<void> => {
  const { matterVersions } = tx.t;
  const kept = await tx
    .select({ edit: matterVersions.edit })
    .from(matterVersions)
    .where(
      and(
        eq(matterVersions.communityId, communityId),
        eq(matterVersions.matterId, matterId),
        eq(matterVersions.version, version),
      ),
    );
  const { title } = content;
  await tx.insert(matterVersions).values({ communityId, matterId, version, edit: kept.length, title, content, ...change });
};
