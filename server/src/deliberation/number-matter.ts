import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { eq } from 'drizzle-orm';
import type { Tx } from '../platform/store/store.ts';

/** Gives the next number of the year in China: '2026-017'. Numbers follow the order of submission, without gaps. */
export const nextMatterNumber = async (tx: Tx, communityId: string, now: number): Promise<string> => {
  await tx.lock(`matter-numbers:${communityId}`);
  const { communities } = tx.t;
  const [found] = await tx
    .select({ numbers: communities.matterNumbers })
    .from(communities)
    .where(eq(communities.id, communityId));
  const year = dayAt(now).slice(0, 4);
  const number = (found?.numbers[year] ?? 0) + 1;
  await tx
    .update(communities)
    .set({ matterNumbers: { ...found?.numbers, [year]: number } })
    .where(eq(communities.id, communityId));
  return `${year}-${String(number).padStart(3, '0')}`;
};
