import { fieldNames, missingFields, type FieldName, type Mapping } from '@bandeng/shared/community/register/fields.ts';

/** Letter of a column as spreadsheets name it: 0 → A, 26 → AA. */
export const columnLetter = (index: number): string =>
  (index >= 26 ? columnLetter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** The mapping as the server answers it, with every field named. */
export const completeMapping = (mapping: Readonly<Record<string, number | null>>): Mapping =>
  Object.fromEntries(fieldNames.map((field) => [field, mapping[field] ?? null])) as unknown as Mapping;

/** What keeps a mapping from being tried: fields that are needed, columns that are named twice. */
export const findMappingFaults = (mapping: Mapping): { missing: FieldName[]; twice: FieldName[] } => {
  const columns = fieldNames.map((field) => mapping[field]);
  return {
    missing: missingFields(mapping),
    twice: fieldNames.filter(
      (field) => mapping[field] !== null && columns.filter((one) => one === mapping[field]).length > 1,
    ),
  };
};
