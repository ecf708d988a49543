import { intakeNumber, intakeSeries } from '@bandeng/shared/chat/intake.ts';
import type { IntakeKind } from '@bandeng/shared/chat/vocabulary.ts';
import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { sql } from 'drizzle-orm';
import type { Tx } from '../../platform/store/store.ts';

/** The next number of its kind in the year in China: 'T2026-0007'. A write that fails gives it back. */
export const takeNumber = async (tx: Tx, communityId: string, kind: IntakeKind, now: number): Promise<string> => {
  const { intakeNumbers: n } = tx.t;
  const series = intakeSeries(kind, dayAt(now).slice(0, 4));
  const [row] = await tx
    .insert(n)
    .values({ communityId, series, last: 1 })
    .onConflictDoUpdate({ target: [n.communityId, n.series], set: { last: sql`${n.last} + 1` } })
    .returning({ last: n.last });
  if (row === undefined) throw new Error('a series gave no number');
  return intakeNumber(series, row.last);
};
