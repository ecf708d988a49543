import type { RegisterEntry } from './register/draft.ts';
import type { Occupancy, RegisterDuty } from './register/read-marks.ts';
import type { TenureKind } from './vocabulary.ts';

/** Somebody who belongs to a dwelling now. */
export interface OccupantFacts {
  readonly tenureId: string;
  readonly residentId: string;
  readonly kind: TenureKind;
  /** Whether a register began the tenure: only those does a register end. */
  readonly fromRegister: boolean;
  readonly name: string;
  readonly phone: string | null;
}

/** A dwelling as the community has it, as far as a register speaks of it. */
export interface DwellingFacts {
  readonly id: string;
  readonly key: string;
  readonly compound: string;
  readonly building: string;
  readonly unit: string;
  readonly room: string;
  readonly areaCentiM2: number;
  readonly developer: boolean;
  readonly occupancy: Occupancy | null;
  readonly people: number | null;
  /** Taken out by an earlier register; it comes back as a new one does. */
  readonly removed: boolean;
  readonly occupants: readonly OccupantFacts[];
  /** Of the owner: whether the register or the branch's roster ever said so. */
  readonly partyMember: boolean;
  /** Of the owner: duties held now or once. */
  readonly duties: readonly RegisterDuty[];
}

export const ownerOf = (facts: DwellingFacts): OccupantFacts | undefined =>
  facts.occupants.find(({ kind }) => kind === 'owner');

/** Co-owners that the register named, and others whom the file names too. */
const coOwnersBeside = (facts: DwellingFacts, after: RegisterEntry | undefined): string[] =>
  facts.occupants
    .filter(
      ({ kind, fromRegister, name }) =>
        kind === 'co-owner' && (fromRegister || after?.coOwners.includes(name) === true),
    )
    .map(({ name }) => name);

/** The tenant that a register may speak of: the one of the file's name if there is one. */
export const tenantBeside = (facts: DwellingFacts, after: RegisterEntry | undefined): OccupantFacts | undefined => {
  const tenants = facts.occupants.filter(({ kind }) => kind === 'tenant');
  return tenants.find(({ name }) => name === after?.tenant?.name) ?? tenants.find(({ fromRegister }) => fromRegister);
};

/**
 * The dwelling written as a register would write it, to be compared with what the file says (`after`). A register is not
 * the only source of truth, so what it cannot know counts as agreed:
 * - a blank phone takes no known phone away;
 * - people let in by a claim or at the desk are no contradiction;
 * - a mark that is gone ends no membership or duty, and one ended by hand is not begun again: terms of office end by hand.
 */
export const standBeside = (facts: DwellingFacts, after?: RegisterEntry): RegisterEntry => {
  const owner = ownerOf(facts);
  const tenant = tenantBeside(facts, after);
  const known = (phone: string | null, said: string | null | undefined) => (said === null ? null : phone);
  return {
    compound: facts.compound,
    building: facts.building,
    unit: facts.unit === '' ? null : facts.unit,
    room: facts.room,
    key: facts.key,
    areaCentiM2: facts.areaCentiM2,
    owner: {
      name: owner?.name ?? '',
      phone: known(owner?.phone ?? null, after?.owner.phone),
      partyMember: after === undefined ? facts.partyMember : facts.partyMember && after.owner.partyMember,
      developer: facts.developer,
    },
    coOwners: coOwnersBeside(facts, after),
    tenant: tenant === undefined ? null : { name: tenant.name, phone: known(tenant.phone, after?.tenant?.phone) },
    occupancy: facts.occupancy,
    people: facts.people,
    duties: after === undefined ? facts.duties : after.duties.filter((duty) => facts.duties.includes(duty)),
  };
};
