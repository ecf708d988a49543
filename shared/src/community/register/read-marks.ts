import type { Cell } from './sheet.ts';
import { readOptional } from './read-text.ts';

/** How a dwelling is used, as the register says. */
export const occupancies = ['self', 'rented', 'vacant', 'other'] as const;
export type Occupancy = (typeof occupancies)[number];

export const readOccupancy = (cell: Cell | undefined): Occupancy | null => {
  const text = readOptional(cell);
  if (text === '') return null;
  if (/空置|空房|闲置|未入住|未装修|空/.test(text)) return 'vacant';
  if (/出租|租/.test(text)) return 'rented';
  if (/自住|自用|本人|常住|已入住|入住/.test(text)) return 'self';
  return 'other';
};

/**
 * Whether somebody is a member of the Party with the right to vote. A probationary member (预备党员) has none
 * (中国共产党章程 art. 7) and so is not counted here.
 */
export const readPartyMember = (cell: Cell | undefined): boolean => {
  const text = readOptional(cell);
  return /^是$|党员/.test(text) && !/预备|非|不是|无党派|民主党/.test(text);
};

/** Duties that a register notes in its remarks. */
export const registerDuties = ['representative', 'building-leader', 'grid-worker'] as const;
export type RegisterDuty = (typeof registerDuties)[number];

const words: Readonly<Record<RegisterDuty, RegExp>> = {
  representative: /(原|前|非|不是|曾任?)?居民代表/,
  'building-leader': /(原|前|非|不是|曾任?)?(?:楼栋长|楼长|单元长)/,
  'grid-worker': /(原|前|非|不是|曾任?)?网格员/,
};

/**
 * The duties named in a remark. Nothing else of a remark is kept: remarks also hold health and hardship (孕妇, 残疾人),
 * sensitive data that the register's import has no purpose for (个人信息保护法 arts 6, 28).
 */
export const readDuties = (cell: Cell | undefined): RegisterDuty[] => {
  const text = readOptional(cell);
  return registerDuties.filter((duty) => {
    const match = words[duty].exec(text);
    return match !== null && match[1] === undefined;
  });
};

/** A developer's unsold dwelling: together they are one head (最高法 建筑物区分所有权解释 art. 9). */
export const isDeveloper = (name: string, remark: string): boolean =>
  /未售|未出售|待售|开发商|建设单位|房地产开发/.test(name) || /未售|未出售|待售/.test(remark);

/** 枫林置业有限公司(未售) → 枫林置业有限公司. */
export const withoutSaleMark = (name: string): string =>
  name.replace(/[([【]?(?:尚?未出?售|待售)(?:房屋?)?[)\]】]?/g, '').trim() || name;

/** A count of people, 0 to 99; null when the cell is empty or no such number. */
export const readPeople = (cell: Cell | undefined): number | null => {
  const match = /^(\d{1,2})(?:\.0+)?(?:人|口)?$/.exec(readOptional(cell).replace(/\s/g, ''));
  return match === null ? null : Number(match[1]);
};
