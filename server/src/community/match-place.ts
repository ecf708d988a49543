import { placeWords } from '@bandeng/shared/community/dwelling-label.ts';
import { or, type SQL } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';
import { alike, containing } from './paging.ts';

/**
 * Finds dwellings by what somebody types of their place: '3栋2单元101', '3-2-101', '3-101' (the unit left out), '101'.
 * The register key is 'compound/building/unit/room'.
 */
export const matchesPlace = (db: Db, typed: string): SQL | undefined => {
  const { registerKey } = db.t.dwellings;
  const words = placeWords(typed)
    .map((word) => word.replace(/[%_]|小区$/g, ''))
    .slice(0, 4);
  const [first, ...others] = words;
  if (first === undefined || first === '') return alike(registerKey, '');
  const last = others.pop();
  if (last === undefined) return alike(registerKey, containing(first));
  const lead = /^\d/.test(first) ? '%/' : '%';
  const before = [first, ...others].join('/');
  return or(alike(registerKey, `${lead}${before}/${last}%`), alike(registerKey, `${lead}${before}/%/${last}%`));
};
