import { isInForce, isPast } from '@bandeng/shared/community/term.ts';
import type { BodyMember, BodyRow } from '@bandeng/shared/community/schemas.ts';
import type { BodyKind } from '@bandeng/shared/community/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, asc, eq } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';
import { loadPlaces, withPlace } from './places.ts';

/** 两委 is nothing but its two committees together. */
const committeeKinds: readonly string[] = ['branch-committee', 'residents-committee'];

const loadSeats = (db: Db, communityId: string) => {
  const { bodyMembers: m, bodies: b, residents: r } = db.t;
  return db
    .select({ seat: m, bodyKind: b.kind, name: r.name })
    .from(m)
    .innerJoin(b, and(eq(b.communityId, m.communityId), eq(b.id, m.bodyId)))
    .innerJoin(r, and(eq(r.communityId, m.communityId), eq(r.id, m.residentId)))
    .where(eq(m.communityId, communityId))
    .orderBy(asc(m.from), asc(m.id));
};

type Seat = Awaited<ReturnType<typeof loadSeats>>[number];
type BodyRecord = Pick<Db['t']['bodies']['$inferSelect'], 'id' | 'kind' | 'name' | 'areaId'>;

const seatsOf = (seats: readonly Seat[], body: Pick<BodyRecord, 'id' | 'kind'>): Seat[] =>
  seats.filter(({ seat, bodyKind }) =>
    body.kind === 'two-committees' ? committeeKinds.includes(bodyKind) : seat.bodyId === body.id,
  );

/** Somebody who sits in both committees counts once, with the first seat. */
const oncePerPerson = (seats: readonly Seat[]): Seat[] => {
  const seen = new Set<string>();
  return seats.filter(({ seat }) => !seen.has(seat.residentId) && seen.add(seat.residentId));
};

const presentBody = (body: BodyRecord, seats: readonly Seat[], day: string): BodyRow => ({
  id: body.id,
  kind: body.kind as BodyKind,
  name: body.name,
  areaId: body.areaId,
  members: oncePerPerson(seatsOf(seats, body).filter(({ seat }) => isInForce(seat, day))).length,
});

const loadBodies = (db: Db, communityId: string) => {
  const { bodies: b } = db.t;
  return db
    .select({ id: b.id, kind: b.kind, name: b.name, areaId: b.areaId })
    .from(b)
    .where(eq(b.communityId, communityId))
    .orderBy(asc(b.id));
};

/** Every body with the number of its members on a day. */
export const listBodies = async (db: Db, communityId: string, day: string): Promise<BodyRow[]> => {
  const seats = await loadSeats(db, communityId);
  return (await loadBodies(db, communityId)).map((body) => presentBody(body, seats, day));
};

/**
 * Who may read the roster of Party members: membership is sensitive personal data [个人信息保护法 art. 28], and only the
 * branch that convenes them and the administrator who keeps the roster have a purpose for it.
 */
const mayReadRoster = (actor: Actor, kind: string): boolean =>
  kind !== 'party-members' || actor.roles.some((role) => role === 'administrator' || role === 'branch-committee');

/** A body with its present, coming and past members. Refuses not-found, not-allowed. */
export const getBody = async (
  db: Db,
  actor: Actor,
  bodyId: string,
  day: string,
): Promise<Result<{ body: BodyRow; members: BodyMember[]; past: BodyMember[] }>> => {
  const { communityId } = actor;
  const body = (await loadBodies(db, communityId)).find(({ id }) => id === bodyId);
  if (body === undefined) return refuse('not-found');
  if (!mayReadRoster(actor, body.kind)) return refuse('not-allowed');
  const seats = seatsOf(await loadSeats(db, communityId), body);
  const places = await loadPlaces(
    db,
    communityId,
    seats.map(({ seat }) => seat.residentId),
  );
  const present = ({ seat, name }: Seat): BodyMember => ({
    id: seat.id,
    residentId: seat.residentId,
    name,
    label: withPlace(name, places.get(seat.residentId)),
    position: seat.position,
    from: seat.from,
    until: seat.until,
    households: seat.households,
  });
  const current = seats.filter(({ seat }) => !isPast(seat, day));
  const shown = body.kind === 'two-committees' ? oncePerPerson(current) : current;
  const past = seats.filter(({ seat }) => isPast(seat, day));
  return ok({ body: presentBody(body, seats, day), members: shown.map(present), past: past.map(present) });
};
