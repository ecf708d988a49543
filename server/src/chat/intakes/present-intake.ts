import { refuseAnswer } from '@bandeng/shared/chat/intake.ts';
import type { Intake } from '@bandeng/shared/chat/schemas.ts';
import type { IntakeKind, IntakeStatus } from '@bandeng/shared/chat/vocabulary.ts';
import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Db } from '../../platform/store/store.ts';
import { loadGroupNames } from '../moderation/group-names.ts';
import { loadLabels } from '../moderation/load-labels.ts';
import { concerns, handles, type HandlerScope, type IntakeRow } from './intake-scope.ts';

type FileRef = Intake['files'][number];

type Files = ReadonlyMap<string, FileRef>;

/** Files of the messages taken over; what its author recalled since is no longer there. */
const loadFiles = async (db: Db, communityId: string, ids: readonly string[]): Promise<Files> => {
  if (ids.length === 0) return new Map();
  const { files: f } = db.t;
  const { id, name, type, size } = f;
  const rows = await db
    .select({ id, name, type, size })
    .from(f)
    .where(and(eq(f.communityId, communityId), eq(f.ownerKind, 'message'), inArray(f.id, [...new Set(ids)])));
  return new Map(rows.map((row) => [row.id, row]));
};

/** Those that repeat a message which was recalled or deleted since: neighbours do not read it here either. */
const findTakenBack = async (db: Db, rows: readonly IntakeRow[]): Promise<ReadonlySet<string>> => {
  const { messages: m } = db.t;
  const covered = new Set<string>();
  for (const { communityId, id, groupId, seqs } of rows) {
    if (groupId === null || seqs.length === 0) continue;
    const [gone] = await db
      .select({ seq: m.seq })
      .from(m)
      .where(and(eq(m.communityId, communityId), eq(m.groupId, groupId), inArray(m.seq, seqs), ne(m.state, 'shown')))
      .limit(1);
    if (gone !== undefined) covered.add(id);
  }
  return covered;
};

/** Intakes for whoever may read them; people as the group of origin shows them. */
export const presentIntakes = async (db: Db, scope: HandlerScope, rows: readonly IntakeRow[]): Promise<Intake[]> => {
  const { communityId, residentId } = scope.actor;
  const names = await loadGroupNames(db, communityId, rows.flatMap(({ groupId }) => groupId ?? []));
  const files = await loadFiles(db, communityId, rows.flatMap(({ fileIds }) => fileIds));
  const people = rows.flatMap(({ groupId, byId, handledBy }) =>
    [byId, handledBy].map((residentId) => [groupId ?? '', residentId] as const),
  );
  const personOf = await loadLabels(db, communityId, people);
  const covered = await findTakenBack(db, rows.filter((row) => !concerns(scope, row)));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as IntakeKind,
    number: row.number,
    title: row.title,
    text: covered.has(row.id) ? '' : row.text,
    files: covered.has(row.id) ? [] : row.fileIds.flatMap((id) => files.get(id) ?? []),
    groupId: row.groupId,
    groupName: names.get(row.groupId ?? '') ?? '',
    seqs: row.seqs,
    by: personOf(row.groupId ?? '', row.byId),
    mine: row.byId === residentId,
    at: row.at,
    status: row.status as IntakeStatus,
    reply: row.reply,
    handledBy: row.handledBy === null ? '' : personOf(row.groupId ?? '', row.handledBy).label,
    handledAt: row.handledAt,
    mayAnswer: handles(scope, row) && refuseAnswer(row.status as IntakeStatus, 'answered') === null,
  }));
};

export const presentIntake = async (db: Db, scope: HandlerScope, row: IntakeRow): Promise<Intake> => {
  const [shown] = await presentIntakes(db, scope, [row]);
  if (shown === undefined) throw new Error('an intake cannot be shown');
  return shown;
};
