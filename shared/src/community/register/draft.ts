import type { RowErrorCode } from './errors.ts';
import type { FieldName } from './fields.ts';
import type { Occupancy, RegisterDuty } from './read-marks.ts';

/** The buyer of a dwelling; of several dwellings of one buyer every one carries the same name and phone. */
export interface DraftOwner {
  readonly name: string;
  /** Bare digits. */
  readonly phone: string | null;
  /** Full member of the Party (sensitive; shown only where a stage needs it). */
  readonly partyMember: boolean;
  /** The dwelling is the developer's, unsold. */
  readonly developer: boolean;
}

/** A dwelling as a register describes it: what an import writes and what a comparison compares. */
export interface RegisterEntry {
  readonly compound: string;
  readonly building: string;
  readonly unit: string | null;
  readonly room: string;
  /** compound/building/unit/room in one spelling; unique within a register. */
  readonly key: string;
  /** Exclusive area in 0.01 m². */
  readonly areaCentiM2: number;
  readonly owner: DraftOwner;
  readonly coOwners: readonly string[];
  readonly tenant: { readonly name: string; readonly phone: string | null } | null;
  readonly occupancy: Occupancy | null;
  readonly people: number | null;
  /** Duties of the owner, from the remarks. */
  readonly duties: readonly RegisterDuty[];
}

export interface DraftDwelling extends RegisterEntry {
  readonly sheet: string;
  /** Spreadsheet row, from 1. */
  readonly row: number;
}

export interface RejectedRow {
  readonly sheet: string;
  readonly row: number;
  /** Letter of the column, null when the file has no such column. */
  readonly column: string | null;
  readonly field: FieldName;
  readonly code: RowErrorCode;
  readonly sentence: { readonly zh: string; readonly en: string };
  /** Key of the dwelling, null when the row does not even tell the place. */
  readonly key: string | null;
  /** For a duplicate: the row that counts. */
  readonly firstRow?: number;
}

/** A row that holds no dwelling: a total, signatures, a repeated heading, a section title. */
export interface SkippedRow {
  readonly sheet: string;
  readonly row: number;
  readonly reason: 'total' | 'signature' | 'heading' | 'section';
}

/** Totals over the accepted rows. */
export interface RegisterSummary {
  readonly dwellings: number;
  readonly areaCentiM2: number;
  /** Distinct buyers; the developer is one, co-owners are none of their own. */
  readonly owners: number;
  readonly coOwned: number;
  readonly rented: number;
  readonly representatives: number;
  readonly buildingLeaders: number;
  readonly partyMembers: number;
  readonly developerDwellings: number;
  /** Only when the file has such a column. */
  readonly people?: number;
}

export interface RegisterDraft {
  readonly dwellings: readonly DraftDwelling[];
  readonly rejected: readonly RejectedRow[];
  readonly skipped: readonly SkippedRow[];
  /** The fields that the file has; a comparison leaves the others alone. */
  readonly provided: readonly FieldName[];
  readonly summary: RegisterSummary;
}
