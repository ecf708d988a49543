import type { Kit } from '../platform/store/kit.ts';

/** Tables of the community engine. Every key begins with the community: isolation by construction. */
export const defineCommunityTables = (k: Kit) => {
  const communities = k.table('communities', {
    id: k.id().primaryKey(),
    name: k.text().notNull(),
    publicToken: k.text().notNull(),
    oneHead: k.bool().notNull(),
    /** Overrides of workflow parameters, within their legal limits. */
    rules: k.json<Record<string, number>>().notNull(),
    /** Last number given to a submitted matter, per year: {"2026": 17}. */
    matterNumbers: k.json<Record<string, number>>().notNull(),
    createdAt: k.int().notNull(),
  }, (t) => [k.unique('communities_token').on(t.publicToken)]);

  const areas = k.table('areas', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    kind: k.text().notNull(),
    name: k.text().notNull(),
    parentId: k.id(),
    version: k.int().notNull(),
  }, (t) => [k.pk({ columns: [t.communityId, t.id] }), k.index('areas_parent').on(t.communityId, t.parentId)]);

  /** Every placement an area ever had; the one in force has no `until`. */
  const areaPlacements = k.table('area_placements', {
    communityId: k.id().notNull(),
    areaId: k.id().notNull(),
    version: k.int().notNull(),
    name: k.text().notNull(),
    parentId: k.id(),
    from: k.int().notNull(),
    until: k.int(),
    reason: k.text().notNull(),
    byId: k.id(),
  }, (t) => [k.pk({ columns: [t.communityId, t.areaId, t.version] })]);

  const dwellings = k.table('dwellings', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    /** The unit (or, without units, the building) it lies in. */
    areaId: k.id().notNull(),
    compound: k.text().notNull(),
    building: k.text().notNull(),
    unit: k.text().notNull(),
    room: k.text().notNull(),
    /** Normalised 'compound/building/unit/room'. */
    registerKey: k.text().notNull(),
    /** Sorts as people count: padded building, unit, room. */
    sortKey: k.text().notNull(),
    areaCentiM2: k.int().notNull(),
    developer: k.bool().notNull(),
    occupancy: k.text().notNull(),
    people: k.int(),
    /** The last import that named it: what an import did not name is missing from its file. */
    seenIn: k.id(),
    /** Set when a newer register no longer has it; it comes back when a later one does. */
    removedAt: k.int(),
  }, (t) => [
    k.pk({ columns: [t.communityId, t.id] }),
    k.unique('dwellings_register_key').on(t.communityId, t.registerKey),
    k.index('dwellings_area').on(t.communityId, t.areaId),
    k.index('dwellings_sort').on(t.communityId, t.sortKey),
  ]);

  const residents = k.table('residents', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    accountId: k.id(),
    name: k.text().notNull(),
    alias: k.text().notNull(),
    phone: k.text(),
    /** Sensitive: read only to build the roll of a party meeting. */
    partyMember: k.bool().notNull(),
    birthDay: k.text(),
    createdAt: k.int().notNull(),
  }, (t) => [
    k.pk({ columns: [t.communityId, t.id] }),
    k.unique('residents_account').on(t.communityId, t.accountId),
    k.index('residents_phone').on(t.phone),
    k.index('residents_account_only').on(t.accountId),
    k.index('residents_name').on(t.communityId, t.name),
  ]);

  const tenures = k.table('tenures', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    dwellingId: k.id().notNull(),
    residentId: k.id().notNull(),
    kind: k.text().notNull(),
    from: k.int().notNull(),
    until: k.int(),
    endReason: k.text().notNull(),
    /** `register` | `claim` | `desk`: an import ends only what a register began. */
    source: k.text().notNull().default('desk'),
  }, (t) => [
    k.pk({ columns: [t.communityId, t.id] }),
    k.index('tenures_dwelling').on(t.communityId, t.dwellingId),
    k.index('tenures_resident').on(t.communityId, t.residentId),
  ]);

  const bodies = k.table('bodies', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    kind: k.text().notNull(),
    name: k.text().notNull(),
    areaId: k.id(),
  }, (t) => [k.pk({ columns: [t.communityId, t.id] }), k.index('bodies_kind').on(t.communityId, t.kind)]);

  const bodyMembers = k.table('body_members', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    bodyId: k.id().notNull(),
    residentId: k.id().notNull(),
    position: k.text().notNull(),
    /** Term of office in days 'YYYY-MM-DD': from ≤ day < until. */
    from: k.text().notNull(),
    until: k.text(),
    households: k.int().notNull(),
    endReason: k.text().notNull(),
  }, (t) => [
    k.pk({ columns: [t.communityId, t.id] }),
    k.index('body_members_body').on(t.communityId, t.bodyId),
    k.index('body_members_resident').on(t.communityId, t.residentId),
  ]);

  const duties = k.table('duties', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    kind: k.text().notNull(),
    residentId: k.id().notNull(),
    areaId: k.id(),
    from: k.text().notNull(),
    until: k.text(),
    endReason: k.text().notNull(),
  }, (t) => [k.pk({ columns: [t.communityId, t.id] }), k.index('duties_resident').on(t.communityId, t.residentId)]);

  const claims = k.table('claims', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    accountId: k.id().notNull(),
    dwellingId: k.id().notNull(),
    name: k.text().notNull(),
    phone: k.text(),
    kind: k.text().notNull(),
    note: k.text().notNull(),
    status: k.text().notNull(),
    at: k.int().notNull(),
    decidedBy: k.id(),
    decidedAt: k.int(),
    reason: k.text().notNull(),
  }, (t) => [
    k.pk({ columns: [t.communityId, t.id] }),
    k.index('claims_status').on(t.communityId, t.status, t.at),
    k.index('claims_account').on(t.accountId),
  ]);

  const imports = k.table('imports', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    fileId: k.id().notNull(),
    fileName: k.text().notNull(),
    status: k.text().notNull(),
    at: k.int().notNull(),
    byId: k.id().notNull(),
    /** What the reader found: encoding, headings, sample, mapping, summary, difference. */
    report: k.json<Record<string, unknown>>().notNull(),
    endMissing: k.bool().notNull(),
    /** Rows applied; the next chunk begins here, also after a restart. */
    applied: k.int().notNull(),
    total: k.int().notNull(),
    failure: k.text(),
  }, (t) => [k.pk({ columns: [t.communityId, t.id] })]);

  /** Checked rows waiting to be applied, and refused ones with their reasons. */
  const importRows = k.table('import_rows', {
    communityId: k.id().notNull(),
    importId: k.id().notNull(),
    /** accepted rows count from 0 in the order of the sheet; refused rows too. */
    position: k.int().notNull(),
    refused: k.bool().notNull(),
    body: k.json<Record<string, unknown>>().notNull(),
  }, (t) => [k.pk({ columns: [t.communityId, t.importId, t.refused, t.position] })]);

  const calendarDays = k.table('calendar_days', {
    communityId: k.id().notNull(),
    day: k.text().notNull(),
    off: k.bool().notNull(),
    note: k.text().notNull(),
  }, (t) => [k.pk({ columns: [t.communityId, t.day] })]);

  /** Who changed whose rights and when: appointments, duties, claims, boundaries, imports, settings. */
  const registerLog = k.table('register_log', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    at: k.int().notNull(),
    byId: k.id(),
    kind: k.text().notNull(),
    subjectId: k.id().notNull(),
    body: k.text().notNull(),
  }, (t) => [k.pk({ columns: [t.communityId, t.id] }), k.index('register_log_subject').on(t.communityId, t.subjectId)]);

  /** Who saw whose phone number on which page of the desk: one row for each day, however often that day. */
  const phoneReads = k.table('phone_reads', {
    communityId: k.id().notNull(),
    /** Orders what happened at the same moment. */
    id: k.id().notNull(),
    readerId: k.id().notNull(),
    /** A resident, or somebody who claims a dwelling and may be none yet. */
    subjectKind: k.text().notNull(),
    subjectId: k.id().notNull(),
    page: k.text().notNull(),
    day: k.text().notNull(),
    firstAt: k.int().notNull(),
    lastAt: k.int().notNull(),
    times: k.int().notNull(),
  }, (t) => [
    k.pk({ columns: [t.communityId, t.readerId, t.subjectKind, t.subjectId, t.page, t.day] }),
    k.index('phone_reads_subject').on(t.communityId, t.subjectId),
    k.index('phone_reads_latest').on(t.communityId, t.lastAt),
    k.index('phone_reads_last').on(t.lastAt),
  ]);

  return {
    communities, areas, areaPlacements, dwellings, residents, tenures, bodies, bodyMembers, duties, claims,
    imports, importRows, calendarDays, registerLog, phoneReads,
  };
};
