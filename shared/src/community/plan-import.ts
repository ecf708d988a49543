import { compareRegister, type ComparedField, type RegisterDifference } from './register/compare-register.ts';
import type { DraftOwner, RegisterDraft, RegisterEntry } from './register/draft.ts';
import type { FieldName } from './register/fields.ts';
import type { RegisterDuty } from './register/read-marks.ts';
import { ownerOf, standBeside, tenantBeside, type DwellingFacts } from './stand-beside.ts';

/** The difference between the community as it stands and a file. */
export const compareWithCommunity = <T extends RegisterEntry>(
  community: readonly DwellingFacts[],
  draft: { readonly dwellings: readonly T[] } & Pick<RegisterDraft, 'provided' | 'rejected'>,
): RegisterDifference<T> => {
  const said = new Map(draft.dwellings.map((entry) => [entry.key, entry]));
  const standing = community.filter(({ removed }) => !removed);
  return compareRegister(
    standing.map((facts) => standBeside(facts, said.get(facts.key))),
    draft,
  );
};

/** What applying one row does. Everything is empty when the community already agrees with the file. */
export interface DwellingPlan {
  /** `create`: a dwelling that is not there, or was taken out; `change`: other area, use or number of people. */
  readonly dwelling: 'create' | 'change' | 'keep';
  /** Tenures that end. */
  readonly ends: readonly string[];
  /** The buyer whose ownership begins. */
  readonly owner: DraftOwner | null;
  readonly coOwners: readonly string[];
  readonly tenant: RegisterEntry['tenant'];
  /** Duties that the owner takes on. */
  readonly duties: readonly RegisterDuty[];
  /** The owner is marked as a member of the Party for the first time. */
  readonly partyMember: boolean;
}

const ofDwelling: readonly ComparedField[] = ['area', 'developer', 'occupancy', 'people'];

const planNew = (after: RegisterEntry): DwellingPlan => ({
  dwelling: 'create',
  ends: [],
  owner: after.owner,
  coOwners: after.coOwners,
  tenant: after.tenant,
  duties: after.duties,
  partyMember: after.owner.partyMember,
});

/** What must happen so that a dwelling agrees with its row; by the same comparison that the difference shows. */
export const planDwelling = (
  facts: DwellingFacts | undefined,
  after: RegisterEntry,
  provided: readonly FieldName[],
): DwellingPlan => {
  if (facts === undefined || facts.removed) return planNew(after);
  const [change] = compareRegister([standBeside(facts, after)], { dwellings: [after], provided, rejected: [] }).changed;
  const changed = new Set(change?.fields.map(({ field }) => field));
  const has = (...fields: ComparedField[]) => fields.some((field) => changed.has(field));
  const ends: string[] = [];
  const otherBuyer = has('owner', 'phone');
  const buyer = ownerOf(facts);
  if (otherBuyer && buyer !== undefined) ends.push(buyer.tenureId);
  const coOwners = has('coOwners') ? after.coOwners : [];
  const standing = facts.occupants.filter(({ kind }) => kind === 'co-owner');
  if (has('coOwners')) {
    ends.push(...standing.filter((one) => one.fromRegister && !coOwners.includes(one.name)).map((one) => one.tenureId));
  }
  const otherTenant = has('tenant', 'tenantPhone');
  const tenant = tenantBeside(facts, after);
  if (otherTenant && tenant !== undefined) ends.push(tenant.tenureId);
  return {
    dwelling: has(...ofDwelling) ? 'change' : 'keep',
    ends,
    owner: otherBuyer ? after.owner : null,
    coOwners: coOwners.filter((name) => !standing.some((one) => one.name === name)),
    tenant: otherTenant ? after.tenant : null,
    duties: after.duties.filter((duty) => !facts.duties.includes(duty) || otherBuyer),
    partyMember: after.owner.partyMember && (!facts.partyMember || otherBuyer),
  };
};
