import type { DraftOwner, RegisterEntry } from './draft.ts';
import type { RowErrorCode } from './errors.ts';
import type { FieldName, Mapping } from './fields.ts';
import { readArea } from './read-area.ts';
import { isDeveloper, readDuties, readOccupancy, readPartyMember, readPeople, withoutSaleMark } from './read-marks.ts';
import { readPhone } from './read-phone.ts';
import { dwellingKey, readAddress, readBuilding, readCompound, readRoom, readUnit, type Place } from './read-place.ts';
import { readName, readNames, readOptional } from './read-text.ts';
import type { Cell, SheetRow } from './sheet.ts';

export type RowReading =
  | { readonly ok: true; readonly entry: RegisterEntry }
  | { readonly ok: false; readonly code: RowErrorCode; readonly field: FieldName; readonly key: string | null };

type Look = (field: FieldName) => Cell | undefined;

/** What a file says about every row at once: the compound of its title, the building of a sheet's name. */
export interface Surroundings {
  readonly compound: string;
  readonly building: string;
}

/** A room cell may repeat building and unit (3-2-101) or the unit alone (2-101); it must agree with its own columns. */
const refine = (place: Place, roomCell: Cell | undefined, hasUnitColumn: boolean): Place => {
  const within = readAddress(roomCell);
  if (within === null) return place;
  const agrees = (part: 'building' | 'unit'): boolean =>
    place[part] === '' || within[part] === '' || place[part] === within[part];
  if (within.unit === '' && place.building !== '' && /^\D?\d{1,2}$/.test(within.building)) {
    const unit = within.building;
    if (place.unit === unit || (place.unit === '' && !hasUnitColumn)) return { ...place, unit, room: within.room };
  }
  if (!agrees('building') || !agrees('unit') || (within.unit === '' && place.building !== '')) return place;
  return {
    compound: place.compound,
    building: place.building || within.building,
    unit: place.unit || within.unit,
    room: within.room,
  };
};

/** 3栋2单元 in the building's column is a building and its unit. */
const splitBuilding = (cell: Cell | undefined): readonly [building: Cell | undefined, unit: string] => {
  const match = /^(.{1,12}?(?:栋|幢|座|号楼|#))-?(.{1,6}(?:单元|门))$/.exec(readOptional(cell).replace(/\s/g, ''));
  return match === null ? [cell, ''] : [match[1], match[2] ?? ''];
};

const readPlace = (look: Look, mapping: Mapping, around: Surroundings): Place => {
  const address = readAddress(look('address'));
  const roomCell = look('room');
  const [building, unitBeside] = splitBuilding(look('building'));
  const place = {
    compound: readCompound(look('compound')) || around.compound || (address?.compound ?? ''),
    building: readBuilding(building) || (address?.building ?? around.building),
    unit: readUnit(look('unit')) || readUnit(unitBeside) || (address?.unit ?? ''),
    room: readRoom(roomCell) || (address?.room ?? ''),
  };
  return refine(place, roomCell, mapping.unit !== null);
};

/** Reads one row into a dwelling, or says the first thing that is wrong with it. */
export const readRow = ({ cells }: SheetRow, mapping: Mapping, around: Surroundings): RowReading => {
  const look: Look = (field) => {
    const index = mapping[field];
    return index === null ? undefined : cells[index];
  };
  const place = readPlace(look, mapping, around);
  const unit = place.unit === '' ? null : place.unit;
  const key = place.building === '' || place.room === '' ? null : dwellingKey({ ...place, unit });
  const refuse = (code: RowErrorCode, field: FieldName): RowReading => ({ ok: false, code, field, key });

  if (place.building === '') return refuse('building-missing', mapping.building === null ? 'address' : 'building');
  if (place.room === '') return refuse('room-missing', mapping.room === null ? 'address' : 'room');

  const written = readName(look('owner'));
  if (written === '') return refuse('owner-missing', 'owner');
  const area = readArea(look('area'));
  if (typeof area === 'string') return refuse(area, 'area');
  const phone = readPhone(look('phone'));
  if (typeof phone === 'string') return refuse('phone-invalid', 'phone');
  const tenantPhone = readPhone(look('tenantPhone'));
  if (typeof tenantPhone === 'string') return refuse('phone-invalid', 'tenantPhone');

  const owner: DraftOwner = {
    name: withoutSaleMark(written),
    phone: phone.phone,
    partyMember: readPartyMember(look('politics')),
    developer: isDeveloper(written, readOptional(look('remark'))),
  };
  const tenant = readName(look('tenant'));
  return {
    ok: true,
    entry: {
      ...place,
      unit,
      key: dwellingKey({ ...place, unit }),
      areaCentiM2: area.centiM2,
      owner,
      coOwners: readNames(look('coOwners')).filter((name) => name !== owner.name),
      tenant: tenant === '' ? null : { name: tenant, phone: tenantPhone.phone },
      occupancy: readOccupancy(look('occupancy')) ?? (tenant === '' ? null : 'rented'),
      people: readPeople(look('people')),
      duties: readDuties(look('remark')),
    },
  };
};
