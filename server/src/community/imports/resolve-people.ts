import type { DraftDwelling } from '@bandeng/shared/community/register/draft.ts';
import type { OccupantFacts } from '@bandeng/shared/community/stand-beside.ts';
import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import { bindKnownAccount } from '../bind-phone.ts';
import { createResidents, type NewResident } from '../create-resident.ts';
import type { Applying } from './applying.ts';

export interface PersonSaid {
  readonly name: string;
  readonly phone: string | null;
  /** A developer is one buyer however many dwellings it has not sold. */
  readonly developer?: boolean;
  /** A name without a number tells a buyer from others (as the register counts them), but no co-owner and no tenant. */
  readonly buyer?: boolean;
}

const keyOf = ({ name, phone, developer = false, buyer = false }: PersonSaid): string | null => {
  if (developer) return `developer/${name}`;
  return phone !== null || buyer ? `${name}/${phone ?? ''}` : null;
};

const loadKnown = async ({ tx, communityId }: Applying, dwellings: readonly DraftDwelling[]) => {
  const { residents: r, tenures: t, dwellings: d } = tx.t;
  const known = new Map<string, string>();
  const nameless = dwellings
    .filter(({ owner }) => owner.phone === null || owner.developer)
    .map(({ owner }) => owner.name);
  if (nameless.length > 0) {
    const buyers = await tx
      .select({ id: r.id, name: r.name, phone: r.phone, developer: d.developer })
      .from(t)
      .innerJoin(r, and(eq(r.communityId, t.communityId), eq(r.id, t.residentId)))
      .innerJoin(d, and(eq(d.communityId, t.communityId), eq(d.id, t.dwellingId)))
      .where(
        and(
          eq(t.communityId, communityId),
          eq(t.kind, 'owner'),
          isNull(t.until),
          inArray(r.name, [...new Set(nameless)]),
          or(isNull(r.phone), eq(d.developer, true)),
        ),
      )
      .orderBy(asc(r.createdAt), asc(r.id));
    for (const { id, name, phone, developer } of buyers) {
      const key = developer ? `developer/${name}` : phone === null ? `${name}/` : null;
      if (key !== null && !known.has(key)) known.set(key, id);
    }
  }
  const phones = dwellings
    .flatMap(({ owner, tenant }) => [owner.phone, tenant?.phone ?? null])
    .filter((phone) => phone !== null);
  if (phones.length > 0) {
    const people = await tx
      .select({ id: r.id, name: r.name, phone: r.phone, accountId: r.accountId })
      .from(r)
      .where(and(eq(r.communityId, communityId), inArray(r.phone, [...new Set(phones)])))
      .orderBy(asc(r.createdAt), asc(r.id));
    // Somebody who has an account comes before an entry that nobody claimed.
    for (const { id, name, phone } of people)
      if (!known.has(`${name}/${phone ?? ''}`)) known.set(`${name}/${phone ?? ''}`, id);
    for (const { id, name, phone, accountId } of people)
      if (accountId !== null) known.set(`${name}/${phone ?? ''}`, id);
  }
  return known;
};

/** Writes new numbers of people who are here; returns the numbers. */
export const changePhones = async (
  { tx, communityId }: Applying,
  numbers: ReadonlyMap<string, string>,
): Promise<string[]> => {
  const { residents: r } = tx.t;
  for (const [id, phone] of numbers) {
    await tx
      .update(r)
      .set({ phone })
      .where(and(eq(r.communityId, communityId), eq(r.id, id)));
  }
  return [...numbers.values()];
};

/** Lets in the accounts that have already proved one of these numbers. */
export const admitHolders = async (
  { tx, communityId, now, newId }: Applying,
  phones: readonly string[],
): Promise<void> => {
  if (phones.length === 0) return;
  const { accounts: a } = tx.t;
  const holders = await tx
    .select({ phone: a.phone })
    .from(a)
    .where(inArray(a.phone, [...phones]));
  for (const { phone } of holders) if (phone !== null) await bindKnownAccount(tx, communityId, phone, now, newId);
};

export interface People {
  /** The resident that a row means: already in this dwelling, known by name and number, or new. */
  resolve(said: PersonSaid, occupants: readonly OccupantFacts[]): string;
  /** Writes what is new about people, and lets in those whose number an account has already proved. */
  save(): Promise<void>;
}

export const loadPeople = async (applying: Applying, dwellings: readonly DraftDwelling[]): Promise<People> => {
  const { tx, communityId, now, newId } = applying;
  const known = await loadKnown(applying, dwellings);
  const made: NewResident[] = [];
  const newNumbers = new Map<string, string>();
  return {
    resolve: (said, occupants) => {
      const { name, phone } = said;
      const here = occupants.find(
        (one) => one.name === name && (one.phone === phone || one.phone === null || phone === null),
      );
      const key = keyOf(said);
      const found = (key === null ? undefined : known.get(key)) ?? here?.residentId;
      if (found !== undefined && found === here?.residentId && here.phone === null && phone !== null)
        newNumbers.set(found, phone);
      if (found !== undefined) return found;
      const id = newId();
      made.push({ communityId, id, name, phone, createdAt: now });
      if (key !== null) known.set(key, id);
      return id;
    },
    save: async () => {
      await createResidents(tx, made);
      const numbers = made.flatMap(({ phone }) => (phone === null || phone === undefined ? [] : [phone]));
      await admitHolders(applying, [...numbers, ...(await changePhones(applying, newNumbers))]);
    },
  };
};
