import type { ErrorTable } from '../../kernel/refusal.ts';

/** Why one row of a register was refused. The order is the order in which a row is judged. */
export const rowErrors = {
  'building-missing': { status: 422, zh: '没有写楼栋。', en: 'The building is missing.' },
  'room-missing': { status: 422, zh: '没有写房号。', en: 'The room is missing.' },
  'owner-missing': { status: 422, zh: '没有写业主姓名。', en: "The owner's name is missing." },
  'area-missing': { status: 422, zh: '没有写建筑面积。', en: 'The area is missing.' },
  'area-invalid': {
    status: 422,
    zh: '面积必须是大于 0 的数，单位平方米，最多两位小数。',
    en: 'The area must be a number of square metres above 0 with at most two decimals.',
  },
  'phone-invalid': {
    status: 422,
    zh: '电话号码不对：手机号是 11 位，座机要带区号。',
    en: 'Not a phone number: a mobile has 11 digits, a landline needs its area code.',
  },
  'duplicate-dwelling': {
    status: 422,
    zh: '这套房屋前面已经登记过，以前面的一行为准。',
    en: 'This dwelling is already registered above; the earlier row counts.',
  },
} as const satisfies ErrorTable;

export type RowErrorCode = keyof typeof rowErrors;

/** Why a whole file was refused. `unsupported-type` and `too-large` are kernel codes. */
export const fileErrors = {
  'file-unreadable': {
    status: 422,
    zh: '这个文件打不开，可能已经损坏。请用表格软件重新保存为 .xlsx 或 .csv 后再试。',
    en: 'This file cannot be opened; it may be damaged. Save it again as .xlsx or .csv and retry.',
  },
  'headings-not-found': {
    status: 422,
    zh: '没有找到表头。请确认表格里有“房号”“建筑面积”“业主姓名”这样的一行，或手工指定各列。',
    en: 'No headings were found. Check for a row with room, area and owner, or say by hand what each column is.',
  },
  'column-missing': {
    status: 422,
    zh: '缺少必需的列（房号、建筑面积或业主姓名），请手工指定。',
    en: 'A required column (room, area or owner) is missing; say by hand which one it is.',
  },
} as const satisfies ErrorTable;

export type FileErrorCode = keyof typeof fileErrors;

export const registerErrors = { ...rowErrors, ...fileErrors } as const;
export type RegisterErrorCode = RowErrorCode | FileErrorCode;
