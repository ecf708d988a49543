/** What a column of an owner register can mean. `address` is building, unit and room written in one cell. */
export const fieldNames = [
  'serial',
  'compound',
  'building',
  'unit',
  'room',
  'address',
  'area',
  'owner',
  'phone',
  'coOwners',
  'occupancy',
  'tenant',
  'tenantPhone',
  'politics',
  'remark',
  'people',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** Which column (from 0) holds a field; null where the file has none. */
export type Mapping = Readonly<Record<FieldName, number | null>>;

export const noColumns: Mapping = {
  serial: null,
  compound: null,
  building: null,
  unit: null,
  room: null,
  address: null,
  area: null,
  owner: null,
  phone: null,
  coOwners: null,
  occupancy: null,
  tenant: null,
  tenantPhone: null,
  politics: null,
  remark: null,
  people: null,
};

export const fieldTitles: Readonly<Record<FieldName, { readonly zh: string; readonly en: string }>> = {
  serial: { zh: '序号', en: 'Number' },
  compound: { zh: '小区', en: 'Compound' },
  building: { zh: '楼栋', en: 'Building' },
  unit: { zh: '单元', en: 'Unit' },
  room: { zh: '房号', en: 'Room' },
  address: { zh: '房屋地址（楼栋-单元-房号写在一格）', en: 'Address (building, unit and room in one cell)' },
  area: { zh: '建筑面积', en: 'Exclusive area' },
  owner: { zh: '业主姓名', en: 'Owner' },
  phone: { zh: '联系电话', en: 'Phone' },
  coOwners: { zh: '共有人', en: 'Co-owners' },
  occupancy: { zh: '居住状态', en: 'Occupancy' },
  tenant: { zh: '租户', en: 'Tenant' },
  tenantPhone: { zh: '租户电话', en: "Tenant's phone" },
  politics: { zh: '政治面貌', en: 'Political affiliation' },
  remark: { zh: '备注', en: 'Remarks' },
  people: { zh: '家庭人口', en: 'People in the household' },
};

/**
 * Fields without which no row can be read. The place may be given by an address, by building and room, or by a room
 * column whose cells hold whole addresses, so a room or an address is enough here and each row is judged by itself.
 */
export const missingFields = (mapping: Mapping): FieldName[] => {
  const missing: FieldName[] = [];
  if (mapping.room === null && mapping.address === null) missing.push('room');
  if (mapping.area === null) missing.push('area');
  if (mapping.owner === null) missing.push('owner');
  return missing;
};
