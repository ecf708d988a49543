import { dwellingLabel } from '@bandeng/shared/community/dwelling-label.ts';
import { isInForce } from '@bandeng/shared/community/term.ts';
import type { MyPlace } from '@bandeng/shared/community/schemas.ts';
import type { TenureKind } from '@bandeng/shared/community/vocabulary.ts';
import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';
import { loadPlaces, withPlace } from './places.ts';

const loadDwellings = (db: Db, { communityId, residentId }: Actor) => {
  const { tenures: t, dwellings: d } = db.t;
  return db
    .select({ tenure: t, dwelling: d })
    .from(t)
    .innerJoin(d, and(eq(d.communityId, t.communityId), eq(d.id, t.dwellingId)))
    .where(and(eq(t.communityId, communityId), eq(t.residentId, residentId), isNull(t.until)))
    .orderBy(asc(d.sortKey), asc(t.id));
};

/** What names a role: the seat held in a body, the area of a duty. */
const loadDetails = async (db: Db, { communityId, residentId, grants }: Actor, day: string) => {
  const { bodyMembers: m, areas: a } = db.t;
  const seats = await db
    .select({ bodyId: m.bodyId, position: m.position, from: m.from, until: m.until })
    .from(m)
    .where(and(eq(m.communityId, communityId), eq(m.residentId, residentId)));
  const positions = new Map(seats.filter((seat) => isInForce(seat, day)).map((seat) => [seat.bodyId, seat.position]));
  const names = new Map<string, string>();
  if (grants.some(({ areaId }) => areaId !== null)) {
    const rows = await db.select({ id: a.id, name: a.name }).from(a).where(eq(a.communityId, communityId));
    for (const { id, name } of rows) names.set(id, name);
  }
  return ({ areaId, bodyId }: Actor['grants'][number]): string =>
    (bodyId !== null ? positions.get(bodyId) : areaId !== null ? names.get(areaId) : '') ?? '';
};

/** My dwellings and roles, as only I see them. */
export const getMyPlace = async (db: Db, actor: Actor, now: number): Promise<MyPlace> => {
  const { residents: r } = db.t;
  const { communityId, residentId } = actor;
  const [me] = await db
    .select()
    .from(r)
    .where(and(eq(r.communityId, communityId), eq(r.id, residentId)));
  if (me === undefined) throw new Error('a member without a resident');
  const rows = await loadDwellings(db, actor);
  const detailOf = await loadDetails(db, actor, dayAt(now));
  const places = await loadPlaces(db, communityId, [residentId]);
  const roles = new Map(
    actor.grants.map((grant) => [`${grant.role} ${detailOf(grant)}`, { role: grant.role, detail: detailOf(grant) }]),
  );
  return {
    residentId,
    name: me.name,
    label: withPlace(me.alias === '' ? me.name : me.alias, places.get(residentId)),
    alias: me.alias,
    phone: me.phone,
    dwellings: rows.map(({ tenure, dwelling }) => ({
      tenureId: tenure.id,
      dwellingId: dwelling.id,
      label: dwellingLabel(dwelling),
      areaCentiM2: dwelling.areaCentiM2,
      kind: tenure.kind as TenureKind,
      from: tenure.from,
    })),
    roles: [...roles.values()],
  };
};
