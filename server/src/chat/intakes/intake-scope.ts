import { handlesIntake } from '@bandeng/shared/chat/intake.ts';
import type { IntakeKind } from '@bandeng/shared/chat/vocabulary.ts';
import { and, eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import type { Actor } from '../../platform/http/actor.ts';
import type { Schema } from '../../platform/store/schema.ts';
import type { Db } from '../../platform/store/store.ts';
import { loadDutyAreas } from '../moderation/order-scope.ts';

export type IntakeRow = Schema['intakes']['$inferSelect'];

/** What the actor handles by role, and on which ground. */
export interface HandlerScope {
  readonly actor: Actor;
  readonly areas: ReadonlySet<string>;
}

export const loadHandlerScope = async (db: Db, actor: Actor): Promise<HandlerScope> => ({
  actor,
  areas: await loadDutyAreas(db, actor, ['grid-worker']),
});

type Placed = Pick<IntakeRow, 'kind' | 'areaId'>;

export const handles = ({ actor, areas }: HandlerScope, { kind, areaId }: Placed): boolean =>
  handlesIntake(kind as IntakeKind, actor.roles, areaId !== null && areas.has(areaId));

/** Whether the actor has it before them by themselves: handed it in, or handles it. Others read it as neighbours. */
export const concerns = (scope: HandlerScope, row: IntakeRow): boolean =>
  row.byId === scope.actor.residentId || handles(scope, row);

/** Rows that `handles` is true of. */
const handledRows = (db: Db, { actor, areas }: HandlerScope): (SQL | undefined)[] => {
  const { intakes: i } = db.t;
  return (['topic', 'case'] as const).map((kind) => {
    if (handlesIntake(kind, actor.roles, false)) return eq(i.kind, kind);
    const ground = handlesIntake(kind, actor.roles, true) && areas.size > 0;
    return ground ? and(eq(i.kind, kind), inArray(i.areaId, [...areas])) : undefined;
  });
};

/** Rows that the actor handles or handed in. */
export const listedRows = (db: Db, scope: HandlerScope): SQL | undefined =>
  or(eq(db.t.intakes.byId, scope.actor.residentId), ...handledRows(db, scope));

/** Of these, what the actor may read: own ones, those handled, and those from groups that the actor is in. */
export const readable = async (db: Db, scope: HandlerScope, rows: readonly IntakeRow[]): Promise<IntakeRow[]> => {
  const { communityId, residentId } = scope.actor;
  const sees = (row: IntakeRow) => concerns(scope, row);
  const groupIds = rows.filter((row) => !sees(row)).flatMap(({ groupId }) => groupId ?? []);
  const joined = new Set<string>();
  if (groupIds.length > 0) {
    const { groupMembers: m } = db.t;
    const mine = and(eq(m.communityId, communityId), eq(m.residentId, residentId), isNull(m.leftAt));
    const found = await db
      .select({ id: m.groupId })
      .from(m)
      .where(and(mine, inArray(m.groupId, [...new Set(groupIds)])));
    for (const { id } of found) joined.add(id);
  }
  return rows.filter((row) => sees(row) || (row.groupId !== null && joined.has(row.groupId)));
};

export const findIntake = async (db: Db, communityId: string, intakeId: string): Promise<IntakeRow | undefined> => {
  const { intakes: i } = db.t;
  const [found] = await db
    .select()
    .from(i)
    .where(and(eq(i.communityId, communityId), eq(i.id, intakeId)));
  return found;
};

/** One intake, if the actor may read it. */
export const seeIntake = async (
  db: Db,
  actor: Actor,
  intakeId: string,
): Promise<{ readonly row: IntakeRow; readonly scope: HandlerScope } | undefined> => {
  const found = await findIntake(db, actor.communityId, intakeId);
  if (found === undefined) return undefined;
  const scope = await loadHandlerScope(db, actor);
  const [row] = await readable(db, scope, [found]);
  return row && { row, scope };
};
