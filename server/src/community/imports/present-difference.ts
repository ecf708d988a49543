import { dwellingLabel } from '@bandeng/shared/community/dwelling-label.ts';
import type {
  ComparedValue,
  FieldChange,
  RegisterDifference,
} from '@bandeng/shared/community/register/compare-register.ts';
import type { RegisterEntry } from '@bandeng/shared/community/register/draft.ts';
import type { RegisterDifference as Shown } from '@bandeng/shared/community/schemas.ts';
import type { DwellingFacts } from '@bandeng/shared/community/stand-beside.ts';
import { formatArea } from '@bandeng/shared/kernel/area.ts';

/** Examples shown of each kind of difference. */
const shownOfEach = 50;

const labelOf = (entry: RegisterEntry): string => dwellingLabel({ ...entry, unit: entry.unit ?? '' });

const textOf = (field: FieldChange['field'], value: ComparedValue): string => {
  if (value === null) return '';
  if (field === 'area' && typeof value === 'number') return formatArea(value);
  if (typeof value === 'boolean') return value ? '✓' : '';
  return String(value);
};

/**
 * What an import would change, in numbers and by example. That somebody is marked as a Party member is applied but not
 * shown: the difference is read by whoever imports, and membership only by its branch.
 */
export const presentDifference = (community: readonly DwellingFacts[], difference: RegisterDifference): Shown => {
  const { added, changed, missing, same } = difference;
  const stands = new Map(community.map((facts) => [facts.key, facts]));
  return {
    added: added.length,
    changed: changed.length,
    missing: missing.length,
    same,
    examples: [
      ...changed.slice(0, shownOfEach).map(({ key, fields, after }) => {
        const facts = stands.get(key);
        return {
          kind: 'changed' as const,
          label: facts === undefined ? labelOf(after) : dwellingLabel(facts),
          fields: fields
            .filter(({ field }) => field !== 'partyMember')
            .map(({ field, before, after: value }) => ({
              field,
              before: textOf(field, before),
              after: textOf(field, value),
            })),
        };
      }),
      ...missing
        .slice(0, shownOfEach)
        .map((entry) => ({ kind: 'missing' as const, label: labelOf(entry), fields: [] })),
      ...added.slice(0, shownOfEach).map((entry) => ({ kind: 'added' as const, label: labelOf(entry), fields: [] })),
    ],
  };
};
