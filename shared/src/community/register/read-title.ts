import type { Sheet } from './sheet.ts';
import { readText } from './read-text.ts';
import { readCompound } from './read-place.ts';

const afterName = '业主|居民|住户|房屋|产权|户主|花名册|清册|名册|登记|信息|台账|一览';
const titled = new RegExp(
  `^(.{1,18}?(?:小区|花园|家园|公寓|新村|苑|府|城|湾|里|院|庭|园))(?:\\d{4}年(?:度)?)?(?:${afterName})`,
);
const labelled = /^(?:小区|小区名称|园区|楼盘)[:：](.{1,20})$/;

/** The compound that the lines above the headings name (枫林湾小区业主清册 → 枫林湾小区); '' when they name none. */
export const readTitle = (sheet: Sheet, headingRow: number): string => {
  for (const { row, cells } of sheet.rows) {
    if (row >= headingRow) break;
    for (const cell of cells) {
      const text = readText(cell).replace(/\s/g, '').slice(0, 60);
      const match = titled.exec(text) ?? labelled.exec(text);
      if (match !== null) return readCompound(match[1]);
    }
  }
  return '';
};
