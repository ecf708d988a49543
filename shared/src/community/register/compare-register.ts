import type { RegisterDraft, RegisterEntry } from './draft.ts';
import type { FieldName } from './fields.ts';

export type ComparedField =
  | 'area'
  | 'owner'
  | 'phone'
  | 'partyMember'
  | 'developer'
  | 'coOwners'
  | 'tenant'
  | 'tenantPhone'
  | 'occupancy'
  | 'people'
  | 'duties';

/** Areas in 0.01 m², lists joined with 、 in one order, null for nothing. */
export type ComparedValue = string | number | boolean | null;

export interface FieldChange {
  readonly field: ComparedField;
  readonly before: ComparedValue;
  readonly after: ComparedValue;
}

export interface DwellingChange<T extends RegisterEntry = RegisterEntry> {
  readonly key: string;
  readonly fields: readonly FieldChange[];
  readonly after: T;
}

export interface RegisterDifference<T extends RegisterEntry = RegisterEntry> {
  readonly added: readonly T[];
  readonly changed: readonly DwellingChange<T>[];
  /** In the register and no longer in the file, within the compounds that the file names. */
  readonly missing: readonly RegisterEntry[];
  /** In the register, and in the file only as a refused row: neither changed nor missing until the row is mended. */
  readonly refused: readonly RegisterEntry[];
  /** Number of dwellings that stay as they are. */
  readonly same: number;
}

type Reader = (entry: RegisterEntry) => ComparedValue;

const joined = (items: readonly string[]): string => [...items].sort().join('、');

/** Each compared value and the columns without which a file says nothing about it. */
const compared: readonly (readonly [ComparedField, Reader, readonly FieldName[]])[] = [
  ['area', (entry) => entry.areaCentiM2, ['area']],
  ['owner', (entry) => entry.owner.name, ['owner']],
  ['phone', (entry) => entry.owner.phone, ['phone']],
  ['partyMember', (entry) => entry.owner.partyMember, ['politics']],
  ['developer', (entry) => entry.owner.developer, ['owner']],
  ['coOwners', (entry) => joined(entry.coOwners), ['coOwners']],
  ['tenant', (entry) => entry.tenant?.name ?? null, ['tenant']],
  ['tenantPhone', (entry) => entry.tenant?.phone ?? null, ['tenant', 'tenantPhone']],
  ['occupancy', (entry) => entry.occupancy, ['occupancy']],
  ['people', (entry) => entry.people, ['people']],
  ['duties', (entry) => joined(entry.duties), ['remark']],
];

const changesOf = (before: RegisterEntry, after: RegisterEntry, provided: readonly FieldName[]): FieldChange[] =>
  compared.flatMap(([field, read, needs]) => {
    if (!needs.every((column) => provided.includes(column)) || read(before) === read(after)) return [];
    return [{ field, before: read(before), after: read(after) }];
  });

/**
 * The difference an import would make. Fields that the file has no column for are left alone. What becomes of missing
 * dwellings is the caller's decision.
 */
export const compareRegister = <T extends RegisterEntry>(
  current: readonly RegisterEntry[],
  draft: { readonly dwellings: readonly T[] } & Pick<RegisterDraft, 'provided' | 'rejected'>,
): RegisterDifference<T> => {
  const before = new Map(current.map((entry) => [entry.key, entry]));
  const added: T[] = [];
  const changed: DwellingChange<T>[] = [];
  let same = 0;
  for (const after of draft.dwellings) {
    const known = before.get(after.key);
    if (known === undefined) {
      added.push(after);
      continue;
    }
    const fields = changesOf(known, after, draft.provided);
    if (fields.length === 0) same++;
    else changed.push({ key: after.key, fields, after });
  }
  const compoundOf = (entry: RegisterEntry): string => entry.key.slice(0, entry.key.indexOf('/'));
  const keys = new Set(draft.dwellings.map((entry) => entry.key));
  const compounds = new Set(draft.dwellings.map(compoundOf));
  const refusedKeys = new Set(draft.rejected.map((row) => row.key));
  const absent = current.filter((entry) => !keys.has(entry.key));
  const refused = absent.filter((entry) => refusedKeys.has(entry.key));
  const missing = absent.filter((entry) => !refusedKeys.has(entry.key) && compounds.has(compoundOf(entry)));
  return { added, changed, missing, refused, same };
};
