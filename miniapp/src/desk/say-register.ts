import { fieldNames, fieldTitles, type FieldName } from '@bandeng/shared/community/register/fields.ts';
import {
  occupancies,
  registerDuties,
  type Occupancy,
  type RegisterDuty,
} from '@bandeng/shared/community/register/read-marks.ts';
import type { Language } from '@/i18n/translate';
import type { Translate } from '@/i18n/use-t';

const isField = (text: string): text is FieldName => (fieldNames as readonly string[]).includes(text);
const isOccupancy = (text: string): text is Occupancy => (occupancies as readonly string[]).includes(text);
const isDuty = (text: string): text is RegisterDuty => (registerDuties as readonly string[]).includes(text);

/** How a dwelling is used, in words. */
export const sayOccupancy = (t: Translate, occupancy: string): string =>
  occupancy === '' ? '—' : isOccupancy(occupancy) ? t(`register.occupancy-${occupancy}`) : occupancy;

/** The name of a value that an import compares. */
export const sayField = (t: Translate, field: string, language: Language): string => {
  if (isField(field)) return language === 'en' ? fieldTitles[field].en : fieldTitles[field].zh;
  if (field === 'developer') return t('register.developer');
  return field === 'duties' ? t('desk.duties') : field;
};

/** A compared value in words; the server sends marks where a register has words of its own. */
export const sayValue = (t: Translate, field: string, value: string): string => {
  if (value === '') return t('register.blank');
  if (field === 'occupancy') return sayOccupancy(t, value);
  if (field !== 'duties') return value;
  return value
    .split('、')
    .map((duty) => (isDuty(duty) ? t(`mine.role-${duty}`) : duty))
    .join('、');
};
