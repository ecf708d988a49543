import { draftRegister, type Corrections } from '@bandeng/shared/community/register/draft-register.ts';
import type { RegisterDraft } from '@bandeng/shared/community/register/draft.ts';
import {
  fieldNames,
  missingFields,
  noColumns,
  type FieldName,
  type Mapping,
} from '@bandeng/shared/community/register/fields.ts';
import { correctHeadings, findHeadings, type Headings } from '@bandeng/shared/community/register/find-headings.ts';
import type { Sheet } from '@bandeng/shared/community/register/sheet.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';

export interface MappingInput {
  readonly mapping: Readonly<Record<string, number | null>>;
  readonly headingRow?: number;
}

const isField = (name: string): name is FieldName => (fieldNames as readonly string[]).includes(name);

/** A whole mapping from what was sent. Refuses bad-request (no such field), mapping-twice, mapping-incomplete. */
export const readMapping = (sent: MappingInput['mapping']): Result<Mapping> => {
  const mapping: Record<FieldName, number | null> = { ...noColumns };
  for (const [name, index] of Object.entries(sent)) {
    if (!isField(name)) return refuse('bad-request', { field: `mapping.${name.slice(0, 40)}` });
    mapping[name] = index;
  }
  const used = Object.values(mapping).filter((index) => index !== null);
  if (new Set(used).size !== used.length) return refuse('mapping-twice', { field: 'mapping' });
  const missing = missingFields(mapping);
  return missing.length === 0
    ? ok(mapping)
    : refuse('mapping-incomplete', { field: 'mapping', details: { fields: missing.join(',') } });
};

const textOf = (headings: Headings | null): string => headings?.columns.map(({ heading }) => heading).join('\n') ?? '';

export interface Checked {
  readonly headings: Headings;
  readonly draft: RegisterDraft;
}

/**
 * The dry run of a whole file. The administrator corrects the main sheet; sheets with the same headings are read alike.
 * @param compound the compound's name where the file gives none
 */
export const checkFile = (
  sheets: readonly Sheet[],
  mainName: string,
  mapping: Mapping,
  headingRow: number | undefined,
  compound: string,
): Result<Checked> => {
  const main = sheets.find(({ name }) => name === mainName);
  if (main === undefined) return refuse('file-unreadable');
  const found = findHeadings(main);
  const corrections: Corrections = { mapping, ...(headingRow === undefined ? {} : { row: headingRow }) };
  const alike = sheets.filter(
    (sheet) => sheet === main || (found !== null && textOf(findHeadings(sheet)) === textOf(found)),
  );
  const reading = draftRegister(sheets, {
    compound,
    corrections: Object.fromEntries(alike.map(({ name }) => [name, name === mainName ? corrections : { mapping }])),
  });
  if (!reading.ok)
    return refuse(reading.refusal.code === 'column-missing' ? 'mapping-incomplete' : 'headings-missing', {
      field: 'mapping',
    });
  return ok({ headings: correctHeadings(main, found, corrections), draft: reading.value.draft });
};
