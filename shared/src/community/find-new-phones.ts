import type { RegisterEntry } from './register/draft.ts';
import { ownerOf, tenantBeside, type DwellingFacts } from './stand-beside.ts';

export interface NewPhone {
  readonly residentId: string;
  readonly phone: string;
  /** The first row, from 0, that gives it. */
  readonly position: number;
}

interface Said {
  readonly name: string;
  readonly before: string | null;
  position: number;
  /** Every number that the file gives for this person, and the present one for each dwelling whose row is another's or missing. */
  readonly phones: Set<string | null>;
}

/**
 * A person is told from another by name and number. When a file gives one person of the register a new number, the same
 * on every row, it is the same person with a new number and keeps account, seats and history; when the rows disagree, it
 * cannot be known who is who and the rows count as they stand.
 */
export const findNewPhones = (community: readonly DwellingFacts[], dwellings: readonly RegisterEntry[]): NewPhone[] => {
  const said = new Map<string, Said>();
  const rows = new Map(dwellings.map((entry, position) => [entry.key, { entry, position }]));
  const taken = new Set<string>();
  for (const facts of community) {
    if (facts.removed) continue;
    const found = rows.get(facts.key);
    const after = found?.entry;
    const owner = ownerOf(facts);
    const tenant = tenantBeside(facts, after);
    for (const [person, row] of [[owner, after?.owner] as const, [tenant, after?.tenant] as const]) {
      if (person === undefined) continue;
      taken.add(`${person.name}/${person.phone ?? ''}`);
      const { residentId, name, phone } = person;
      const one = said.get(residentId) ?? { name, before: phone, position: dwellings.length, phones: new Set() };
      said.set(residentId, one);
      const named = row !== null && row !== undefined && row.name === name ? row : undefined;
      one.phones.add(named === undefined ? phone : named.phone);
      if (named !== undefined && named.phone !== null)
        one.position = Math.min(one.position, found?.position ?? dwellings.length);
    }
  }
  const changed: NewPhone[] = [];
  for (const [residentId, { name, before, position, phones }] of said) {
    phones.delete(null);
    const [phone, second] = [...phones];
    if (phone === undefined || phone === null || second !== undefined || phone === before) continue;
    if (taken.has(`${name}/${phone}`)) continue;
    taken.add(`${name}/${phone}`);
    changed.push({ residentId, phone, position });
  }
  return changed;
};
