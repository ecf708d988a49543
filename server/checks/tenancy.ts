import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Schema } from '../src/platform/store/schema.ts';
import type { Db } from '../src/platform/store/store.ts';
import type { Invariant } from './invariant.ts';

/** Rows that concern an account or the server, and no community. */
const noCommunity = '-';

/** Every row of a tenant belongs to a community that there is. */
export const tenantsExist: Invariant = {
  name: 'tenants-exist',
  find: async (db) => {
    const known = new Set((await db.select({ id: db.t.communities.id }).from(db.t.communities)).map(({ id }) => id));
    const found = [];
    for (const [name, table] of Object.entries(db.t)) {
      if (!('communityId' in table)) continue;
      const { communityId } = table;
      const rows = await db.selectDistinct({ communityId }).from(table as Schema['commands']);
      const strays = rows.filter((row) => row.communityId !== noCommunity && !known.has(row.communityId));
      found.push(...strays.map((row) => ({ communityId: row.communityId, subjectId: name, found: 'no such community' })));
    }
    return found;
  },
};

type Child = { [K in keyof Schema]: Schema[K] extends { communityId: unknown } ? K : never }[keyof Schema];
type Reference = readonly [child: Child, column: string, parent: Child];

/** Column → what it names, in the same community. Files are left out: a register's goes when its import ends. */
const references: readonly Reference[] = [
  ['areas', 'parentId', 'areas'],
  ['dwellings', 'areaId', 'areas'],
  ['tenures', 'dwellingId', 'dwellings'],
  ['tenures', 'residentId', 'residents'],
  ['bodyMembers', 'bodyId', 'bodies'],
  ['bodyMembers', 'residentId', 'residents'],
  ['duties', 'residentId', 'residents'],
  ['duties', 'areaId', 'areas'],
  ['claims', 'dwellingId', 'dwellings'],
  ['importRows', 'importId', 'imports'],
  ['matters', 'proposerId', 'residents'],
  ['matterVersions', 'matterId', 'matters'],
  ['coauthors', 'matterId', 'matters'],
  ['sessions', 'matterId', 'matters'],
  ['rollEntries', 'sessionId', 'sessions'],
  ['rollEntries', 'voterId', 'residents'],
  ['openBallots', 'sessionId', 'sessions'],
  ['secretBallots', 'sessionId', 'sessions'],
  ['assistedEntries', 'sessionId', 'sessions'],
  ['ballotConflicts', 'sessionId', 'sessions'],
  ['disclosures', 'matterId', 'matters'],
  ['objections', 'disclosureId', 'disclosures'],
  ['objections', 'byId', 'residents'],
  ['progressEntries', 'matterId', 'matters'],
  ['ratings', 'matterId', 'matters'],
  ['ratings', 'residentId', 'residents'],
  ['comments', 'matterId', 'matters'],
  ['recordEntries', 'matterId', 'matters'],
  ['groupMembers', 'groupId', 'groups'],
  ['groupMembers', 'residentId', 'residents'],
  ['messages', 'groupId', 'groups'],
  ['messages', 'authorId', 'residents'],
  ['heldMessages', 'groupId', 'groups'],
  ['heldMessages', 'authorId', 'residents'],
  ['invitations', 'groupId', 'groups'],
  ['messageReports', 'groupId', 'groups'],
  ['messageReporters', 'reportId', 'messageReports'],
  ['messageReporters', 'residentId', 'residents'],
  ['messageAppeals', 'groupId', 'groups'],
  ['messageAppeals', 'byId', 'residents'],
  ['moderationLog', 'groupId', 'groups'],
  ['moderationLog', 'byId', 'residents'],
  ['intakes', 'groupId', 'groups'],
  ['intakes', 'areaId', 'areas'],
  ['intakes', 'byId', 'residents'],
];

const findLost = async (db: Db, [child, column, parent]: Reference) => {
  const from = db.t[child] as Schema['tenures'];
  const named = (db.t[child] as unknown as Record<string, Schema['tenures']['id']>)[column];
  if (named === undefined) throw new Error(`${child} has no ${column}`);
  // A self-join would need an alias: the parents are read apart.
  const to = db.t[parent] as Schema['residents'];
  const parents = new Set((await db.select({ communityId: to.communityId, id: to.id }).from(to)).map((row) => `${row.communityId}/${row.id}`));
  const rows = await db.selectDistinct({ communityId: from.communityId, id: named }).from(from).where(isNotNull(named));
  return rows
    .filter((row) => !parents.has(`${row.communityId}/${row.id}`))
    .map((row) => ({ communityId: row.communityId, subjectId: row.id, found: `${child}.${column} names no row of ${parent}` }));
};

/** What a row names is there, in the same community. */
export const referencesHold: Invariant = {
  name: 'references-hold',
  find: async (db) => {
    const found = [];
    for (const reference of references) found.push(...(await findLost(db, reference)));
    return found;
  },
};

/** Whatever must end by itself has a timer that ends it. */
export const deadlinesAreSet: Invariant = {
  name: 'deadlines-are-set',
  find: async (db) => {
    const { timers: t, sessions: s, disclosures: d, objections: o } = db.t;
    const due = (kind: string, id: typeof s.id, communityId: typeof s.communityId) =>
      and(eq(t.communityId, communityId), eq(t.kind, kind), eq(t.subjectId, id));
    const open = await db
      .select({ communityId: s.communityId, subjectId: s.id })
      .from(s)
      .leftJoin(t, due('close-session', s.id, s.communityId))
      .where(and(eq(s.status, 'open'), isNull(t.dueAt)));
    const up = await db
      .select({ communityId: d.communityId, subjectId: d.id })
      .from(d)
      .leftJoin(t, due('end-disclosure', d.id as never, d.communityId as never))
      .leftJoin(o, and(eq(o.communityId, d.communityId), eq(o.disclosureId, d.id), isNull(o.answeredAt)))
      // Once its days are over, an unanswered objection keeps a notice up: then the answer ends it.
      .where(and(eq(d.status, 'up'), isNull(t.dueAt), isNull(o.id)));
    const waiting = await db
      .select({ communityId: o.communityId, subjectId: o.id })
      .from(o)
      .leftJoin(t, due('objection-overdue', o.id as never, o.communityId as never))
      .where(and(isNull(o.answeredAt), eq(o.overdue, false), isNull(t.dueAt)));
    const lost = (rows: typeof open, found: string) => rows.map((row) => ({ ...row, found }));
    return [
      ...lost(open, 'an open session that nothing closes'),
      ...lost(up, 'a notice that nothing ends'),
      ...lost(waiting, 'an objection that nobody is reminded of'),
    ];
  },
};
