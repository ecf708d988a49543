import type { FrozenRules, Requirement } from '@bandeng/shared/deliberation/freeze-rules.ts';
import type { Outcome } from '@bandeng/shared/deliberation/outcome.ts';
import type { Kit } from '../platform/store/kit.ts';

/** What of the matter's frozen rules one session goes by. */
export interface SessionRules {
  quorum: Requirement;
  pass: Requirement;
  ballotChanges: number;
}

/** Tables of the deliberation engine. Every key begins with the community: isolation by construction. */
export const defineDeliberationTables = (k: Kit) => {
  const matters = k.table('matters', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    number: k.text().notNull(),
    title: k.text().notNull(),
    summary: k.text().notNull(),
    text: k.text().notNull(),
    type: k.text().notNull(),
    status: k.text().notNull(),
    stageId: k.text(),
    version: k.int().notNull(),
    /** Row version for optimistic locking between co-authors. */
    revision: k.int().notNull(),
    secret: k.bool().notNull(),
    assembly: k.text().notNull(),
    budgetFen: k.int(),
    options: k.json<{ id: string; title: string; text: string }[]>().notNull(),
    fileIds: k.json<string[]>().notNull(),
    proposerId: k.id().notNull(),
    workflowId: k.text().notNull(),
    workflowVersion: k.int().notNull(),
    /** Rules frozen at submission; null while a draft. */
    rules: k.json<FrozenRules>(),
    reason: k.text().notNull(),
    comments: k.int().notNull(),
    createdAt: k.int().notNull(),
    submittedAt: k.int(),
    endedAt: k.int(),
    /** Last change, for the order of lists. */
    touchedAt: k.int().notNull(),
    dueAt: k.int(),
  }, (t) => [
    k.pk({ columns: [t.communityId, t.id] }),
    k.index('matters_touched').on(t.communityId, t.touchedAt, t.id),
    k.index('matters_status').on(t.communityId, t.status, t.touchedAt),
  ]);

  const matterVersions = k.table('matter_versions', {
    communityId: k.id().notNull(),
    matterId: k.id().notNull(),
    version: k.int().notNull(),
    /** Counts amendments within a version that were not material. */
    edit: k.int().notNull(),
    title: k.text().notNull(),
    content: k.json<Record<string, unknown>>().notNull(),
    reason: k.text().notNull(),
    material: k.bool().notNull(),
    byId: k.id().notNull(),
    at: k.int().notNull(),
  }, (t) => [k.pk({ columns: [t.communityId, t.matterId, t.version, t.edit] })]);

  const coauthors = k.table('coauthors', {
    communityId: k.id().notNull(),
    matterId: k.id().notNull(),
    residentId: k.id().notNull(),
  }, (t) => [k.pk({ columns: [t.communityId, t.matterId, t.residentId] })]);

  const sessions = k.table('sessions', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    matterId: k.id().notNull(),
    /** From 1 in the order in which the matter's sessions were convened. */
    ordinal: k.int().notNull(),
    stageId: k.text().notNull(),
    round: k.int().notNull(),
    version: k.int().notNull(),
    status: k.text().notNull(),
    assembly: k.text(),
    bodyName: k.text().notNull(),
    question: k.text().notNull(),
    place: k.text().notNull(),
    online: k.bool().notNull(),
    startsAt: k.int().notNull(),
    closesAt: k.int().notNull(),
    convenedAt: k.int().notNull(),
    openedAt: k.int(),
    closedAt: k.int(),
    closedBy: k.text(),
    secret: k.bool().notNull(),
    rules: k.json<SessionRules>().notNull(),
    due: k.int().notNull(),
    excused: k.int().notNull(),
    present: k.int().notNull(),
    cast: k.int().notNull(),
    outcome: k.json<Outcome>(),
    minutes: k.text(),
    minutesVersion: k.int().notNull(),
    minutesLockedAt: k.int(),
    jointWith: k.id(),
    voidReason: k.text().notNull(),
    /** What was announced with the session. */
    fileIds: k.json<string[]>().notNull(),
    /** What belongs to the minutes: rewriting them drops nothing of the announcement. */
    minutesFileIds: k.json<string[]>().notNull().default([]),
  }, (t) => [
    k.pk({ columns: [t.communityId, t.id] }),
    k.unique('sessions_matter').on(t.communityId, t.matterId, t.ordinal),
    k.index('sessions_status').on(t.communityId, t.status),
  ]);

  /** The roll of a session, frozen at opening. `voted` carries no time: it must not link a person to a secret ballot. */
  const rollEntries = k.table('roll_entries', {
    communityId: k.id().notNull(),
    sessionId: k.id().notNull(),
    voterId: k.id().notNull(),
    name: k.text().notNull(),
    label: k.text().notNull(),
    households: k.int().notNull(),
    excused: k.bool().notNull(),
    excuseReason: k.text().notNull(),
    checkedInAt: k.int(),
    checkedInBy: k.id(),
    voted: k.bool().notNull(),
    changes: k.int().notNull(),
    signedAt: k.int(),
  }, (t) => [
    k.pk({ columns: [t.communityId, t.sessionId, t.voterId] }),
    k.index('roll_entries_voter').on(t.communityId, t.voterId),
  ]);

  /** Open ballots: who voted what. */
  const openBallots = k.table('open_ballots', {
    communityId: k.id().notNull(),
    sessionId: k.id().notNull(),
    voterId: k.id().notNull(),
    receipt: k.text().notNull(),
    choice: k.text().notNull(),
    reason: k.text().notNull(),
    channel: k.text().notNull(),
    enteredBy: k.id(),
    witnessIds: k.json<string[]>().notNull(),
    photoId: k.id(),
    at: k.int().notNull(),
  }, (t) => [
    k.pk({ columns: [t.communityId, t.sessionId, t.voterId] }),
    k.unique('open_ballots_receipt').on(t.communityId, t.sessionId, t.receipt),
  ]);

  /**
   * Secret ballots: what was voted. No voter, no time, no order: the box is shaken when it is counted. No channel either,
   * because the only paper ballot of a session would name its voter.
   */
  const secretBallots = k.table('secret_ballots', {
    communityId: k.id().notNull(),
    sessionId: k.id().notNull(),
    receipt: k.text().notNull(),
    choice: k.text().notNull(),
  }, (t) => [k.pk({ columns: [t.communityId, t.sessionId, t.receipt] })]);

  /** Proof that a secret paper ballot was entered properly: who was assisted, never what was voted. */
  const assistedEntries = k.table('assisted_entries', {
    communityId: k.id().notNull(),
    sessionId: k.id().notNull(),
    voterId: k.id().notNull(),
    channel: k.text().notNull(),
    enteredBy: k.id().notNull(),
    witnessIds: k.json<string[]>().notNull(),
  }, (t) => [k.pk({ columns: [t.communityId, t.sessionId, t.voterId] })]);

  /** Second ballots that were refused. */
  const ballotConflicts = k.table('ballot_conflicts', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    sessionId: k.id().notNull(),
    voterId: k.id().notNull(),
    channel: k.text().notNull(),
    byId: k.id().notNull(),
    at: k.int().notNull(),
  }, (t) => [k.pk({ columns: [t.communityId, t.id] }), k.index('ballot_conflicts_session').on(t.communityId, t.sessionId)]);

  const disclosures = k.table('disclosures', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    matterId: k.id().notNull(),
    stageId: k.text().notNull(),
    version: k.int().notNull(),
    status: k.text().notNull(),
    title: k.text().notNull(),
    text: k.text().notNull(),
    days: k.int().notNull(),
    publishedAt: k.int().notNull(),
    publishedBy: k.id().notNull(),
    firstDay: k.text().notNull(),
    lastDay: k.text().notNull(),
    endsAt: k.int().notNull(),
    endedAt: k.int(),
    publicToken: k.text().notNull(),
    fileIds: k.json<string[]>().notNull(),
  }, (t) => [
    k.pk({ columns: [t.communityId, t.id] }),
    k.unique('disclosures_token').on(t.publicToken),
    k.index('disclosures_matter').on(t.communityId, t.matterId),
    k.index('disclosures_published').on(t.communityId, t.publishedAt),
  ]);

  const objections = k.table('objections', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    matterId: k.id().notNull(),
    disclosureId: k.id().notNull(),
    byId: k.id().notNull(),
    text: k.text().notNull(),
    filedAt: k.int().notNull(),
    dueAt: k.int().notNull(),
    answer: k.text(),
    answeredBy: k.id(),
    answeredAt: k.int(),
    overdue: k.bool().notNull(),
    upheld: k.bool().notNull(),
    backTo: k.text(),
  }, (t) => [k.pk({ columns: [t.communityId, t.id] }), k.index('objections_matter').on(t.communityId, t.matterId)]);

  const progressEntries = k.table('progress_entries', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    matterId: k.id().notNull(),
    kind: k.text().notNull(),
    title: k.text().notNull(),
    text: k.text().notNull(),
    day: k.text().notNull(),
    amountFen: k.int(),
    payee: k.text().notNull(),
    byId: k.id().notNull(),
    at: k.int().notNull(),
    fileIds: k.json<string[]>().notNull(),
  }, (t) => [k.pk({ columns: [t.communityId, t.id] }), k.index('progress_entries_matter').on(t.communityId, t.matterId)]);

  const ratings = k.table('ratings', {
    communityId: k.id().notNull(),
    matterId: k.id().notNull(),
    residentId: k.id().notNull(),
    stars: k.int().notNull(),
    text: k.text().notNull(),
    at: k.int().notNull(),
  }, (t) => [k.pk({ columns: [t.communityId, t.matterId, t.residentId] })]);

  const comments = k.table('comments', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    matterId: k.id().notNull(),
    stageId: k.text(),
    byId: k.id().notNull(),
    role: k.text(),
    /** The original stays here whatever a moderator does. */
    text: k.text().notNull(),
    at: k.int().notNull(),
    hiddenAt: k.int(),
    hiddenBy: k.id(),
    hiddenReason: k.text().notNull(),
  }, (t) => [k.pk({ columns: [t.communityId, t.id] }), k.index('comments_matter').on(t.communityId, t.matterId, t.at)]);

  /** The matter's record: every step, chained by hash. */
  const recordEntries = k.table('record_entries', {
    communityId: k.id().notNull(),
    matterId: k.id().notNull(),
    seq: k.int().notNull(),
    at: k.int().notNull(),
    kind: k.text().notNull(),
    actor: k.text().notNull(),
    /** Canonical JSON, exactly as hashed. */
    body: k.text().notNull(),
    previous: k.text().notNull(),
    hash: k.text().notNull(),
  }, (t) => [k.pk({ columns: [t.communityId, t.matterId, t.seq] })]);

  return {
    matters, matterVersions, coauthors, sessions, rollEntries, openBallots, secretBallots, assistedEntries, ballotConflicts,
    disclosures, objections, progressEntries, ratings, comments, recordEntries,
  };
};
