/** The closed sets of words that the community register speaks. */

export const areaKinds = ['district', 'street', 'community', 'compound', 'grid', 'building', 'unit'] as const;
export type AreaKind = (typeof areaKinds)[number];

/** How a person belongs to a dwelling. One dwelling has one `owner` (the buyer) and any number of the others. */
export const tenureKinds = ['owner', 'co-owner', 'tenant', 'household'] as const;
export type TenureKind = (typeof tenureKinds)[number];

/** Bodies: named rosters with terms of office. `two-committees` is the union of the two committees. */
export const bodyKinds = [
  'branch-committee',
  'residents-committee',
  'two-committees',
  'party-members',
  'representatives',
  'supervisors',
  'owners-committee',
] as const;
export type BodyKind = (typeof bodyKinds)[number];

/** Roles a member of the community can hold; duties are granted, the others follow from bodies and tenures. */
export const roles = [
  'resident',
  'owner',
  'tenant',
  'representative',
  'building-leader',
  'grid-worker',
  'facilitator',
  'branch-committee',
  'residents-committee',
  'party-member',
  'supervisor',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** Duties: roles that are granted to a person for an area, with a term. */
export const dutyKinds = ['building-leader', 'grid-worker', 'facilitator', 'administrator'] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** Pages of the desk that show phone numbers, and whose: a resident's, or of somebody who claims a dwelling. */
export const phonePages = ['dwelling', 'residents', 'claims'] as const;
export type PhonePage = (typeof phonePages)[number];
export const phoneSubjects = ['resident', 'claim'] as const;
export type PhoneSubject = (typeof phoneSubjects)[number];
