import { moderatesEverywhere, type OrderFacts } from '@bandeng/shared/chat/who-moderates.ts';
import type { GroupRole } from '@bandeng/shared/chat/vocabulary.ts';
import type { Role } from '@bandeng/shared/community/vocabulary.ts';
import { and, eq, inArray, isNull, ne, type AnyColumn, type SQL } from 'drizzle-orm';
import { loadSubtree } from '../../community/areas.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Db } from '../../platform/store/store.ts';
import { findMembership, type GroupRow } from '../load-group.ts';

/** Groups whose order somebody keeps: all of the community, or these. */
export type OrderScope = 'everywhere' | ReadonlySet<string>;

const none: ReadonlySet<string> = new Set();

/** Areas in which the actor holds one of these duties, with everything below them. */
export const loadDutyAreas = async (
  db: Db,
  { communityId, grants }: Actor,
  duties: readonly Role[],
): Promise<ReadonlySet<string>> => {
  const roots = grants.flatMap(({ role, areaId }) => (duties.includes(role) && areaId !== null ? [areaId] : []));
  return roots.length === 0 ? none : loadSubtree(db, communityId, roots);
};

const leaders: readonly Role[] = ['building-leader', 'grid-worker'];

export const loadOrderScope = async (db: Db, actor: Actor): Promise<OrderScope> => {
  if (moderatesEverywhere(actor.roles)) return 'everywhere';
  const { groups: g, groupMembers: m } = db.t;
  const { communityId, residentId } = actor;
  const led = await db
    .select({ id: m.groupId })
    .from(m)
    .where(and(eq(m.communityId, communityId), eq(m.residentId, residentId), ne(m.role, 'member'), isNull(m.leftAt)));
  const areas = await loadDutyAreas(db, actor, leaders);
  const below =
    areas.size === 0
      ? []
      : await db
          .select({ id: g.id })
          .from(g)
          .where(and(eq(g.communityId, communityId), eq(g.kind, 'area'), inArray(g.subjectId, [...areas])));
  return new Set([...led, ...below].map(({ id }) => id));
};

/** Rows of the groups in a scope; undefined sets no bound. */
export const within = (scope: OrderScope, groupId: AnyColumn): SQL | undefined =>
  scope === 'everywhere' ? undefined : inArray(groupId, [...scope]);

/** What the rules of order must know about the actor and this group. */
export const loadOrderFacts = async (db: Db, actor: Actor, group: GroupRow): Promise<OrderFacts> => {
  const member = await findMembership(db, actor.communityId, group.id, actor.residentId);
  const { kind, subjectId } = group;
  const leadsArea = kind === 'area' && subjectId !== null && (await loadDutyAreas(db, actor, leaders)).has(subjectId);
  return { groupRole: (member?.role as GroupRole | undefined) ?? null, roles: actor.roles, leadsArea };
};
