import { dwellingSortKey } from '@bandeng/shared/community/dwelling-label.ts';
import { planDwelling, type DwellingPlan } from '@bandeng/shared/community/plan-import.ts';
import type { DraftDwelling } from '@bandeng/shared/community/register/draft.ts';
import { ownerOf, type DwellingFacts } from '@bandeng/shared/community/stand-beside.ts';
import { and, eq, inArray } from 'drizzle-orm';
import { loadAreas } from '../areas.ts';
import { beginTenures, type NewTenure } from '../tenure.ts';
import { writeLog } from '../write-log.ts';
import type { Applying } from './applying.ts';
import { ensureAreas } from './ensure-areas.ts';
import { giveDuties, type DutyWanted } from './give-duties.ts';
import { buildingAbove, loadFacts } from './load-facts.ts';
import type { WaitingRow } from './report.ts';
import { admitHolders, changePhones, loadPeople, type People } from './resolve-people.ts';

interface Planned {
  readonly id: string;
  readonly row: DraftDwelling;
  readonly facts: DwellingFacts | undefined;
  readonly plan: DwellingPlan;
}

const columnsOf = (row: DraftDwelling) => ({
  areaCentiM2: row.areaCentiM2,
  developer: row.owner.developer,
  occupancy: row.occupancy ?? '',
  people: row.people,
});

const saveDwellings = async (applying: Applying, planned: readonly Planned[]): Promise<void> => {
  const { tx, communityId, importId, provided } = applying;
  const { dwellings: d } = tx.t;
  const created = planned.filter(({ facts }) => facts === undefined);
  if (created.length > 0) {
    const areaOf = await ensureAreas(
      applying,
      created.map(({ row }) => row),
    );
    await tx.insert(d).values(
      created.map(({ id, row }) => {
        const place = { compound: row.compound, building: row.building, unit: row.unit ?? '', room: row.room };
        const keys = { registerKey: row.key, sortKey: dwellingSortKey(place) };
        return {
          communityId,
          id,
          areaId: areaOf(row),
          ...place,
          ...keys,
          ...columnsOf(row),
          seenIn: importId,
          removedAt: null,
        };
      }),
    );
  }
  for (const { id, row, facts, plan } of planned) {
    if (facts === undefined || plan.dwelling === 'keep') continue;
    const { areaCentiM2, developer, ...use } = columnsOf(row);
    const said = {
      areaCentiM2,
      developer,
      ...(provided.includes('occupancy') ? { occupancy: use.occupancy } : {}),
      ...(provided.includes('people') ? { people: use.people } : {}),
    };
    await tx
      .update(d)
      .set({ ...said, removedAt: null })
      .where(and(eq(d.communityId, communityId), eq(d.id, id)));
  }
  const ids = planned.filter(({ facts }) => facts !== undefined).map(({ id }) => id);
  if (ids.length > 0)
    await tx
      .update(d)
      .set({ seenIn: importId })
      .where(and(eq(d.communityId, communityId), inArray(d.id, ids)));
};

const endTenures = async (applying: Applying, planned: readonly Planned[]): Promise<void> => {
  const { tx, communityId, importId, byId, now, newId } = applying;
  const ended = planned.flatMap(({ plan }) => plan.ends);
  if (ended.length === 0) return;
  const { tenures: t } = tx.t;
  await tx
    .update(t)
    .set({ until: now, endReason: 'register' })
    .where(and(eq(t.communityId, communityId), inArray(t.id, ended)));
  for (const subjectId of ended) {
    await writeLog(tx, newId, { communityId, at: now, byId, kind: 'tenure-ended', subjectId, body: { importId } });
  }
};

interface Begun {
  readonly tenures: NewTenure[];
  readonly duties: (Omit<DutyWanted, 'areaId'> & { readonly dwellingId: string })[];
}

/** Who moves in by one row, and which duties its owner takes on. */
const beginOne = ({ communityId, now, newId }: Applying, people: People, { id, facts, plan }: Planned): Begun => {
  const occupants = facts?.removed === false ? facts.occupants : [];
  const begin = (kind: NewTenure['kind'], residentId: string): NewTenure => ({
    communityId,
    id: newId(),
    dwellingId: id,
    residentId,
    kind,
    from: now,
    source: 'register',
  });
  const tenures: NewTenure[] = [];
  let ownerId = facts === undefined ? undefined : ownerOf(facts)?.residentId;
  if (plan.owner !== null) {
    ownerId = people.resolve({ ...plan.owner, buyer: true }, occupants);
    tenures.push(begin('owner', ownerId));
  }
  for (const name of plan.coOwners) tenures.push(begin('co-owner', people.resolve({ name, phone: null }, occupants)));
  if (plan.tenant !== null) tenures.push(begin('tenant', people.resolve(plan.tenant, occupants)));
  const marks = [...plan.duties, ...(plan.partyMember ? (['party-member'] as const) : [])];
  if (ownerId === undefined) return { tenures, duties: [] };
  const residentId = ownerId;
  return { tenures, duties: marks.map((duty) => ({ residentId, duty, dwellingId: id })) };
};

const buildingsOf = async ({ tx, communityId }: Applying, dwellingIds: readonly string[]) => {
  const { dwellings: d } = tx.t;
  const rows = await tx
    .select({ id: d.id, areaId: d.areaId })
    .from(d)
    .where(and(eq(d.communityId, communityId), inArray(d.id, [...dwellingIds])));
  const areas = new Map((await loadAreas(tx, communityId)).map((area) => [area.id, area]));
  return new Map(rows.map(({ id, areaId }) => [id, buildingAbove(areas, areaId)]));
};

/**
 * Makes the community agree with some rows of a register. What agrees already stays untouched, so applying rows again
 * changes nothing.
 */
export const applyRows = async (applying: Applying, waiting: readonly WaitingRow[]): Promise<void> => {
  const { tx, communityId, provided, newId } = applying;
  const numbers = new Map(
    waiting.flatMap(({ newPhones }) => newPhones.map(({ residentId, phone }) => [residentId, phone] as const)),
  );
  await admitHolders(applying, await changePhones(applying, numbers));
  const rows = waiting.map(({ dwelling }) => dwelling);
  const standing = new Map(
    (
      await loadFacts(
        tx,
        communityId,
        rows.map(({ key }) => key),
      )
    ).map((facts) => [facts.key, facts]),
  );
  const planned = rows.map((row): Planned => {
    const facts = standing.get(row.key);
    return { id: facts?.id ?? newId(), row, facts, plan: planDwelling(facts, row, provided) };
  });
  await saveDwellings(applying, planned);
  await endTenures(applying, planned);
  const people = await loadPeople(applying, rows);
  const begun = planned.map((one) => beginOne(applying, people, one));
  await people.save();
  await beginTenures(
    tx,
    begun.flatMap(({ tenures }) => tenures),
  );
  const duties = begun.flatMap((one) => one.duties);
  if (duties.length === 0) return;
  const buildings = await buildingsOf(
    applying,
    duties.map(({ dwellingId }) => dwellingId),
  );
  await giveDuties(
    applying,
    duties.map(({ dwellingId, ...wanted }) => ({ ...wanted, areaId: buildings.get(dwellingId) ?? null })),
  );
};
