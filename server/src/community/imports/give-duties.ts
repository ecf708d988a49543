import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import type { RegisterDuty } from '@bandeng/shared/community/register/read-marks.ts';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { writeLog } from '../write-log.ts';
import type { Applying } from './applying.ts';

export interface DutyWanted {
  readonly residentId: string;
  readonly duty: RegisterDuty | 'party-member';
  /** Building that a building leader or grid worker answers for. */
  readonly areaId: string | null;
}

const bodyOf = { representative: 'representatives', 'party-member': 'party-members' } as const;

const findBody = async ({ tx, communityId }: Applying, kind: string): Promise<string> => {
  const { bodies: b } = tx.t;
  const [found] = await tx
    .select({ id: b.id })
    .from(b)
    .where(and(eq(b.communityId, communityId), eq(b.kind, kind)))
    .orderBy(asc(b.id));
  if (found === undefined) throw new Error(`a community without its body ${kind}`);
  return found.id;
};

const giveSeats = async (
  applying: Applying,
  kind: keyof typeof bodyOf,
  residentIds: readonly string[],
): Promise<void> => {
  const { tx, communityId, byId, importId, now, newId } = applying;
  if (residentIds.length === 0) return;
  const bodyId = await findBody(applying, bodyOf[kind]);
  const { bodyMembers: m } = tx.t;
  const seated = await tx
    .select({ id: m.residentId })
    .from(m)
    .where(and(eq(m.communityId, communityId), eq(m.bodyId, bodyId), inArray(m.residentId, [...residentIds])));
  const known = new Set(seated.map(({ id }) => id));
  const from = dayAt(now);
  for (const residentId of new Set(residentIds)) {
    if (known.has(residentId)) continue;
    const seat = {
      communityId,
      id: newId(),
      bodyId,
      residentId,
      position: '',
      from,
      until: null,
      households: 0,
      endReason: '',
    };
    await tx.insert(m).values(seat);
    const body = { bodyId, residentId, from, importId };
    await writeLog(tx, newId, { communityId, at: now, byId, kind: 'member-appointed', subjectId: seat.id, body });
  }
};

const giveDuty = async (applying: Applying, wanted: DutyWanted & { duty: RegisterDuty }): Promise<void> => {
  const { tx, communityId, byId, importId, now, newId } = applying;
  const { residentId, duty: kind, areaId } = wanted;
  const { duties: d } = tx.t;
  const held = await tx
    .select({ areaId: d.areaId })
    .from(d)
    .where(and(eq(d.communityId, communityId), eq(d.residentId, residentId), eq(d.kind, kind)));
  if (held.some((one) => one.areaId === areaId)) return;
  const from = dayAt(now);
  const id = newId();
  await tx.insert(d).values({ communityId, id, kind, residentId, areaId, from, until: null, endReason: '' });
  const body = { kind, residentId, areaId, from, importId };
  await writeLog(tx, newId, { communityId, at: now, byId, kind: 'duty-granted', subjectId: id, body });
};

/** Gives what the register marks: seats of representatives and Party members, duties for a building. Nothing twice. */
export const giveDuties = async (applying: Applying, wanted: readonly DutyWanted[]): Promise<void> => {
  const { tx, communityId } = applying;
  for (const kind of ['representative', 'party-member'] as const) {
    await giveSeats(
      applying,
      kind,
      wanted.filter(({ duty }) => duty === kind).map(({ residentId }) => residentId),
    );
  }
  const members = wanted.filter(({ duty }) => duty === 'party-member').map(({ residentId }) => residentId);
  if (members.length > 0) {
    const { residents: r } = tx.t;
    await tx
      .update(r)
      .set({ partyMember: true })
      .where(and(eq(r.communityId, communityId), inArray(r.id, members)));
  }
  for (const { residentId, duty, areaId } of wanted) {
    if (duty === 'building-leader' || duty === 'grid-worker') await giveDuty(applying, { residentId, duty, areaId });
  }
};
