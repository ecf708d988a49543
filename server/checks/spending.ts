import { and, eq, sum } from 'drizzle-orm';
import { readMatterView } from '../src/deliberation/read-matter.ts';
import type { Invariant } from './invariant.ts';

/** What a matter is shown to have cost is the sum of its payments, in fen; only payments cost. */
export const spentEqualsEntries: Invariant = {
  name: 'spent-equals-entries',
  find: async (db) => {
    const { progressEntries: p } = db.t;
    const found = [];
    const sums = await db
      .select({ communityId: p.communityId, matterId: p.matterId, fen: sum(p.amountFen) })
      .from(p)
      .groupBy(p.communityId, p.matterId);
    for (const { communityId, matterId, fen } of sums) {
      const view = await readMatterView(db, communityId, matterId);
      if (view?.spentFen !== Number(fen ?? 0)) found.push({ communityId, subjectId: matterId, found: `shown ${view?.spentFen}, entries ${fen}` });
      const odd = await db
        .select({ id: p.id, kind: p.kind, amountFen: p.amountFen })
        .from(p)
        .where(and(eq(p.communityId, communityId), eq(p.matterId, matterId)));
      for (const { id, kind, amountFen } of odd) {
        if ((kind === 'payment') !== (amountFen !== null && amountFen > 0)) found.push({ communityId, subjectId: id, found: `${kind} of ${amountFen} fen` });
      }
    }
    return found;
  },
};
