import { Type, type Static } from 'typebox';
import type { FileRef} from '../kernel/shapes.ts';
import { AreaCentiM2, Count, Created, Day, Done, Id, Ms, Nullable, OneOf, OptionalText, Page, PageQuery, Text } from '../kernel/shapes.ts';
import { areaKinds, bodyKinds, dutyKinds, phonePages, roles, tenureKinds } from './vocabulary.ts';

export const Phone = Type.String({ pattern: '^1[0-9]{10}$' });

export const Area = Type.Object({
  id: Id,
  kind: OneOf(areaKinds),
  name: Type.String(),
  parentId: Nullable(Id),
  /** Number of the placement now in force, from 1; every re-drawing of the boundary adds one. */
  version: Count,
  dwellings: Count,
});

export const AreaPlacement = Type.Object({
  version: Count,
  name: Type.String(),
  parentId: Nullable(Id),
  parentName: Nullable(Type.String()),
  from: Ms,
  until: Nullable(Ms),
  reason: Type.String(),
});

export const DwellingRow = Type.Object({
  id: Id,
  /** '春晖苑 3-2-101' */
  label: Type.String(),
  compound: Type.String(),
  building: Type.String(),
  unit: Type.String(),
  room: Type.String(),
  areaCentiM2: AreaCentiM2,
  ownerName: Type.String(),
  developer: Type.Boolean(),
  occupancy: Type.String(),
  registered: Count,
});

export const Tenure = Type.Object({
  id: Id,
  residentId: Id,
  name: Type.String(),
  phone: Nullable(Type.String()),
  kind: OneOf(tenureKinds),
  from: Ms,
  until: Nullable(Ms),
  bound: Type.Boolean(),
});

/** What a member of an office may not see is null: phone numbers, and for those who only name witnesses all but the name. */
export const ResidentRow = Type.Object({
  id: Id,
  name: Type.String(),
  label: Type.String(),
  phone: Nullable(Type.String()),
  bound: Nullable(Type.Boolean()),
  roles: Nullable(Type.Array(OneOf(roles))),
});

export const BodyRow = Type.Object({
  id: Id,
  kind: OneOf(bodyKinds),
  name: Type.String(),
  areaId: Nullable(Id),
  members: Count,
});

/** Households that a representative speaks for. */
export const Households = Type.Integer({ minimum: 0, maximum: 500 });

export const BodyMember = Type.Object({
  id: Id,
  residentId: Id,
  name: Type.String(),
  label: Type.String(),
  position: Type.String(),
  /** Term of office: holds from ≤ day < until. */
  from: Day,
  until: Nullable(Day),
  /** Households a representative speaks for (1 per 20–50); 0 elsewhere. */
  households: Count,
});

export const Duty = Type.Object({
  id: Id,
  kind: OneOf(dutyKinds),
  residentId: Id,
  name: Type.String(),
  areaId: Nullable(Id),
  areaName: Nullable(Type.String()),
  from: Day,
  until: Nullable(Day),
});

export const claimStatuses = ['waiting', 'accepted', 'refused', 'withdrawn'] as const;
export const Claim = Type.Object({
  id: Id,
  status: OneOf(claimStatuses),
  name: Type.String(),
  phone: Nullable(Type.String()),
  kind: OneOf(tenureKinds),
  dwellingId: Id,
  dwellingLabel: Type.String(),
  note: Type.String(),
  at: Ms,
  decidedBy: Nullable(Type.String()),
  reason: Type.String(),
});

/** Column index (from 0) of each field of the register, or null where the sheet has none. */
export const Mapping = Type.Record(Type.String({ maxLength: 40 }), Nullable(Type.Integer({ minimum: 0, maximum: 99 })));

export const importStatuses = ['mapping', 'checked', 'running', 'done', 'failed', 'cancelled'] as const;
export const RejectedRow = Type.Object({
  row: Count,
  column: Nullable(Type.String()),
  code: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  firstRow: Type.Optional(Count),
});
export const RegisterSummary = Type.Object({
  dwellings: Count,
  areaCentiM2: Count,
  owners: Count,
  coOwned: Count,
  rented: Count,
  representatives: Count,
  buildingLeaders: Count,
  partyMembers: Count,
  developerDwellings: Count,
  people: Nullable(Count),
});
export const RegisterDifference = Type.Object({
  added: Count,
  changed: Count,
  missing: Count,
  same: Count,
  examples: Type.Array(
    Type.Object({
      kind: OneOf(['added', 'changed', 'missing']),
      label: Type.String(),
      fields: Type.Array(Type.Object({ field: Type.String(), before: Type.String(), after: Type.String() })),
    }),
  ),
});
export const RegisterImport = Type.Object({
  id: Id,
  fileName: Type.String(),
  status: OneOf(importStatuses),
  at: Ms,
  by: Type.String(),
  encoding: Nullable(Type.String()),
  sheetRows: Count,
  headingRow: Nullable(Count),
  headings: Type.Array(Type.String()),
  mapping: Mapping,
  sample: Type.Array(Type.Array(Type.String())),
  summary: Nullable(RegisterSummary),
  difference: Nullable(RegisterDifference),
  rejectedCount: Count,
  /** Rows written so far and in all, while running. */
  progress: Type.Object({ done: Count, total: Count }),
  /** Why it failed: the rows after `progress.done` could not be written, however often that was tried. */
  failure: Nullable(OneOf(['rows-not-written'])),
});

export const MyPlace = Type.Object({
  residentId: Id,
  name: Type.String(),
  /** How neighbours see me: '王工 3-2-101'. */
  label: Type.String(),
  alias: Type.String(),
  phone: Nullable(Type.String()),
  dwellings: Type.Array(
    Type.Object({
      tenureId: Id,
      dwellingId: Id,
      label: Type.String(),
      areaCentiM2: AreaCentiM2,
      kind: OneOf(tenureKinds),
      from: Ms,
    }),
  ),
  roles: Type.Array(Type.Object({ role: OneOf(roles), detail: Type.String() })),
});

/** One day's looks of one person at one number on one page. */
export const MyPhoneRead = Type.Object({
  id: Id,
  page: OneOf(phonePages),
  reader: Type.String(),
  firstAt: Ms,
  lastAt: Ms,
  times: Count,
});
/** `whose`: '王工 3-2-101', or the name that somebody gave with a claim; empty when that was withdrawn since. */
export const PhoneRead = Type.Object({ ...MyPhoneRead.properties, whose: Type.String() });

export const CommunitySettings = Type.Object({
  name: Type.String(),
  /** 一肩挑: the branch secretary and the director of the residents' committee are one person. */
  oneHead: Type.Boolean(),
  /** Parameters of the 四议两公开 workflow, each within its legal limits; keys as in the workflow's parameters. */
  rules: Type.Record(Type.String(), Type.Integer()),
});
export const RuleParameter = Type.Object({
  key: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  value: Type.Integer(),
  minimum: Type.Integer(),
  maximum: Type.Integer(),
  law: Type.String(),
});
export const CalendarDay = Type.Object({ day: Day, off: Type.Boolean(), note: Type.String() });

export const communitySchemas = {
  listAreas: { reply: Type.Object({ areas: Type.Array(Area) }) },
  createArea: { body: Type.Object({ kind: OneOf(areaKinds), name: Text(40), parentId: Id }), reply: Created },
  redrawArea: {
    body: Type.Object({ name: Text(40), parentId: Id, reason: Text(200), version: Count }),
    reply: Type.Object({ version: Count }),
  },
  listAreaPlacements: { reply: Type.Object({ placements: Type.Array(AreaPlacement) }) },

  listDwellings: {
    query: Type.Object({ ...PageQuery, areaId: Type.Optional(Id), search: Type.Optional(Type.String({ maxLength: 40 })) }),
    reply: Page(DwellingRow),
  },
  getDwelling: { reply: Type.Object({ dwelling: DwellingRow, tenures: Type.Array(Tenure) }) },
  addTenure: {
    body: Type.Object({ name: Text(40), phone: Type.Optional(Phone), kind: OneOf(tenureKinds), birthDay: Type.Optional(Day) }),
    reply: Created,
  },
  endTenure: { body: Type.Object({ reason: Text(200) }), reply: Done },

  getMyPlace: { reply: MyPlace },
  setMyAlias: { body: Type.Object({ alias: OptionalText(12) }), reply: MyPlace },
  moveOut: { body: Type.Object({ reason: OptionalText(200) }), reply: Done },
  exportMine: { reply: Type.Object({ at: Ms, data: Type.Record(Type.String(), Type.Unknown()) }) },

  listPhoneReads: { query: Type.Object(PageQuery), reply: Page(PhoneRead) },
  listMyPhoneReads: { query: Type.Object(PageQuery), reply: Page(MyPhoneRead) },

  findCommunities: {
    query: Type.Object({ search: Type.Optional(Type.String({ maxLength: 40 })) }),
    reply: Type.Object({ communities: Type.Array(Type.Object({ id: Id, name: Type.String() })) }),
  },
  /** For someone not yet a member: buildings, units and rooms to choose from, never names. */
  findClaimable: {
    query: Type.Object({ search: Text(20) }),
    reply: Type.Object({ dwellings: Type.Array(Type.Object({ id: Id, label: Type.String() })) }),
  },
  createClaim: {
    body: Type.Object({ dwellingId: Id, name: Text(40), kind: OneOf(tenureKinds), note: OptionalText(300) }),
    reply: Claim,
  },
  listMyClaims: { reply: Type.Object({ claims: Type.Array(Claim) }) },
  withdrawClaim: { reply: Done },
  listClaims: { query: Type.Object({ ...PageQuery, status: Type.Optional(OneOf(claimStatuses)) }), reply: Page(Claim) },
  decideClaim: { body: Type.Object({ accept: Type.Boolean(), reason: OptionalText(200) }), reply: Claim },

  listResidents: {
    query: Type.Object({ ...PageQuery, search: Type.Optional(Type.String({ maxLength: 40 })) }),
    reply: Page(ResidentRow),
  },
  listBodies: { reply: Type.Object({ bodies: Type.Array(BodyRow) }) },
  createBody: { body: Type.Object({ kind: OneOf(bodyKinds), name: Text(40), areaId: Type.Optional(Id) }), reply: Created },
  getBody: { reply: Type.Object({ body: BodyRow, members: Type.Array(BodyMember), past: Type.Array(BodyMember) }) },
  appointMember: {
    body: Type.Object({
      residentId: Id,
      position: OptionalText(20),
      from: Day,
      until: Type.Optional(Day),
      households: Type.Optional(Households),
    }),
    reply: Created,
  },
  endMembership: { body: Type.Object({ until: Day, reason: Text(200) }), reply: Done },
  setHouseholds: { body: Type.Object({ households: Households }), reply: Done },
  listDuties: { reply: Type.Object({ duties: Type.Array(Duty) }) },
  grantDuty: {
    body: Type.Object({ kind: OneOf(dutyKinds), residentId: Id, areaId: Type.Optional(Id), from: Day, until: Type.Optional(Day) }),
    reply: Created,
  },
  endDuty: { body: Type.Object({ until: Day, reason: Text(200) }), reply: Done },

  listImports: { reply: Type.Object({ imports: Type.Array(RegisterImport) }) },
  createImport: { body: Type.Object({ fileId: Id }), reply: RegisterImport },
  getImport: { reply: RegisterImport },
  checkImport: { body: Type.Object({ mapping: Mapping, headingRow: Type.Optional(Count) }), reply: RegisterImport },
  listRejectedRows: { query: Type.Object(PageQuery), reply: Page(RejectedRow) },
  commitImport: { body: Type.Object({ endMissing: Type.Boolean() }), reply: RegisterImport },
  cancelImport: { reply: RegisterImport },

  getSettings: { reply: Type.Object({ settings: CommunitySettings, parameters: Type.Array(RuleParameter) }) },
  updateSettings: {
    body: Type.Object({ oneHead: Type.Boolean(), rules: Type.Record(Type.String({ maxLength: 40 }), Type.Integer()) }),
    reply: CommunitySettings,
  },
  listCalendarDays: { query: Type.Object({ year: Type.Integer({ minimum: 2024, maximum: 2100 }) }), reply: Type.Object({ days: Type.Array(CalendarDay) }) },
  setCalendarDay: { body: CalendarDay, reply: Done },
} as const;

export type CommunitySchemas = typeof communitySchemas;
export type Area = Static<typeof Area>;
export type AreaPlacement = Static<typeof AreaPlacement>;
export type DwellingRow = Static<typeof DwellingRow>;
export type Tenure = Static<typeof Tenure>;
export type ResidentRow = Static<typeof ResidentRow>;
export type BodyRow = Static<typeof BodyRow>;
export type BodyMember = Static<typeof BodyMember>;
export type Duty = Static<typeof Duty>;
export type Claim = Static<typeof Claim>;
export type RegisterImport = Static<typeof RegisterImport>;
export type RegisterSummary = Static<typeof RegisterSummary>;
export type RegisterDifference = Static<typeof RegisterDifference>;
export type RejectedRow = Static<typeof RejectedRow>;
export type MyPlace = Static<typeof MyPlace>;
export type PhoneRead = Static<typeof PhoneRead>;
export type MyPhoneRead = Static<typeof MyPhoneRead>;
export type RuleParameter = Static<typeof RuleParameter>;
export type CalendarDay = Static<typeof CalendarDay>;
export type CommunitySettings = Static<typeof CommunitySettings>;
export type FileRef = Static<typeof FileRef>;
