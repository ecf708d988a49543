import type { Cell } from './sheet.ts';
import { readOptional, readText } from './read-text.ts';

const digitOf: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 十二 → 12, 一百零三 → 103, 二〇三 → 203; null when the text is no Chinese number below 1000. */
export const readChineseNumber = (text: string): number | null => {
  if (/^[零〇一二三四五六七八九]{2,4}$/.test(text)) return Number([...text].map((c) => digitOf[c]).join(''));
  const match = /^(?:([一二两三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二两三四五六七八九])?$/.exec(
    text,
  );
  if (text === '' || match === null) return null;
  const [, hundreds, tens, ten, ones] = match;
  const value = (c: string | undefined): number => (c === undefined ? 0 : (digitOf[c] ?? 0));
  return value(hundreds) * 100 + (ten === undefined ? 0 : (value(tens) || 1) * 10) + value(ones);
};

/** Letters, digits or a Chinese number that stand for a building, unit or room: 01 → 1, 十二 → 12, a → A. */
const plainNumber = (text: string): string | null => {
  const chinese = readChineseNumber(text);
  if (chinese !== null) return String(chinese);
  if (!/^[0-9A-Z甲乙丙丁东西南北]+(?:-[0-9A-Z]+)*$/i.test(text)) return null;
  return text.toUpperCase().replace(/(^|[^0-9])0+(?=\d)/g, '$1');
};

/** Keeps `/` out of the parts, because it parts them in a key. */
const tidy = (text: string): string => text.replace(/\s/g, '').replace(/[/\\—–‐‑‒―−~_]+/g, '-');

const strip = (text: string, around: RegExp): string => {
  const bare = text.replace(around, '$1');
  return plainNumber(bare) ?? plainNumber(text) ?? text;
};

/** 1栋, 1号楼, 1#, 1幢, 第一栋, 01 and 1 all read 1; a building with a name of its own (综合楼) keeps it. '' if none. */
export const readBuilding = (cell: Cell | undefined): string =>
  strip(tidy(readOptional(cell)), /^(?:第|#|No\.?)?(.+?)(?:(?:号|#)?(?:楼|栋|幢|座)|号|#)?$/i);

/** 1单元, 一单元, 01, 1门 and 1 all read 1. '' if none. */
export const readUnit = (cell: Cell | undefined): string =>
  strip(tidy(readOptional(cell)), /^第?(.+?)(?:单元|门洞|门|梯)?$/);

/** 0602, 602室, 602号 and 602 all read 602. '' if none. */
export const readRoom = (cell: Cell | undefined): string =>
  strip(tidy(readOptional(cell)), /^(?:第|#)?(.+?)(?:号房|室|号|房|户|#)?$/);

/** A compound's name without spaces; '' if none. */
export const readCompound = (cell: Cell | undefined): string => readText(cell).replace(/[\s/\\]/g, '');

export interface Place {
  readonly compound: string;
  readonly building: string;
  readonly unit: string;
  readonly room: string;
}

const number = '[0-9A-Za-z一二三四五六七八九十百零〇两甲乙丙丁]+';
const worded = new RegExp(
  `^(.*?)第?(${number})(?:(?:号|#)?(?:楼|栋|幢|座)|#)-?(?:第?(${number})(?:单元|门洞|门|梯)-?|([0-9A-Za-z]{1,2})-)?(${number})(?:号房|室|号|房|户)?$`,
);

/**
 * An address in one cell: 3栋2单元101室, 3号楼2-101, 3-2-101, 3-101 (no unit), 枫林湾小区3-2-101.
 * null when the text is none of these.
 */
export const readAddress = (cell: Cell | undefined): Place | null => {
  const text = tidy(readOptional(cell));
  if (text.length > 60) return null;
  const words = worded.exec(text);
  if (words !== null) {
    const [, compound = '', building, unit, shortUnit, room] = words;
    return {
      compound: compound.replace(/-$/, ''),
      building: readBuilding(building),
      unit: readUnit(unit ?? shortUnit),
      room: readRoom(room),
    };
  }
  const dashed =
    /^(?:(\D*?[^\dA-Za-z-])-?)?([0-9A-Za-z]{1,4})-(?:([0-9A-Za-z]{1,2})-)?([0-9A-Za-z]{1,6})(?:号房|室|号|房|户)?$/;
  const parts = dashed.exec(text);
  if (parts === null) return null;
  const [, compound = '', building, unit, room] = parts;
  return { compound, building: readBuilding(building), unit: readUnit(unit), room: readRoom(room) };
};

/** One spelling of a dwelling's place, the same however a file writes it. 枫林湾小区 and 枫林湾 are one compound. */
export const dwellingKey = (place: { compound: string; building: string; unit: string | null; room: string }): string =>
  [place.compound.replace(/小区$/, ''), place.building, place.unit ?? '', place.room].join('/');
