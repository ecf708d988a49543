import { verifyMatterRecord } from '../src/deliberation/verify-record.ts';
import { canonicalJson } from '@bandeng/shared/kernel/canonical.ts';
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Invariant } from './invariant.ts';

/** Every chain holds from its first entry, and nothing was submitted without leaving one. */
export const recordsUnbroken: Invariant = {
  name: 'records-unbroken',
  find: async (db) => {
    const { recordEntries: r, matters: m } = db.t;
    const chains = await db.selectDistinct({ communityId: r.communityId, matterId: r.matterId }).from(r).orderBy(asc(r.matterId));
    const found = [];
    for (const { communityId, matterId } of chains) {
      const verdict = await verifyMatterRecord(db, communityId, matterId);
      if (!verdict.ok) found.push({ communityId, subjectId: matterId, found: `breaks at ${verdict.seq} by its ${verdict.reason}` });
    }
    const submitted = await db.select({ communityId: m.communityId, id: m.id }).from(m).where(isNotNull(m.submittedAt));
    const known = new Set(chains.map(({ matterId }) => matterId));
    const silent = submitted.filter(({ id }) => !known.has(id));
    return [...found, ...silent.map(({ communityId, id }) => ({ communityId, subjectId: id, found: 'submitted without a record' }))];
  },
};

/** What was counted stands in the record, once, with the same numbers. */
export const outcomesOnRecord: Invariant = {
  name: 'outcomes-on-record',
  find: async (db) => {
    const { recordEntries: r, sessions: s } = db.t;
    const found = [];
    for (const session of await db.select().from(s).where(isNotNull(s.outcome))) {
      const { communityId, matterId, id, outcome } = session;
      const entries = await db
        .select({ body: r.body })
        .from(r)
        .where(and(eq(r.communityId, communityId), eq(r.matterId, matterId), eq(r.kind, 'session-closed')));
      const bodies = entries.map(({ body }) => JSON.parse(body) as { sessionId: string; outcome: object });
      const own = bodies.filter((body) => body.sessionId === id);
      const same = own.filter((body) => canonicalJson(body.outcome) === canonicalJson(outcome ?? {}));
      if (own.length !== 1 || same.length !== 1) {
        found.push({ communityId, subjectId: id, found: `${own.length} entries, ${same.length} with its numbers` });
      }
    }
    return found;
  },
};
