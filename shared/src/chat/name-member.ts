import type { Naming } from './vocabulary.ts';

/** Stands where the name of somebody was who deleted the account: what they wrote stays, who they were does not. */
export const forgottenLabel = '已注销用户';

/** Where somebody is at home, as neighbours say it. */
export interface Home {
  /** Title of the building, '3栋'. */
  readonly building: string;
  /** '3-2-101' */
  readonly place: string;
}

/**
 * How a group shows a member: '王工 3-2-101', '王工 3栋' or '王工', the alias before the name. Somebody who is at home
 * elsewhere has the bare name.
 */
export const nameMember = (
  naming: Naming,
  person: { readonly name: string; readonly alias: string },
  home: Home | undefined,
): string => {
  const called = person.alias === '' ? person.name : person.alias;
  if (home === undefined) return called;
  switch (naming) {
    case 'dwelling':
      return `${called} ${home.place}`.trim();
    case 'building':
      return `${called} ${home.building}`.trim();
    case 'alias':
      return called;
  }
};
