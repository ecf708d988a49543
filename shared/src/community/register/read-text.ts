import type { Cell } from './sheet.ts';

const invisible = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/gu;
const quotedByFormula = /^="(.*)"$/s;
/** Text that none of the changes below touch: most cells, told apart at a tenth of the cost. */
const alreadyPlain = /^[!-&(-<>-~\u4e00-\u9fff]{1,500}$/;
const blankMarks = /^(?:[-—–_/\\.·、]+|无|没有|暂无|空|n\/a|null)$/i;

/** Longer text is a note and never a value; the cut keeps every later pattern cheap. */
const longest = 500;

/** A number as Excel shows it: fifteen significant digits, so that 108.72000000000001 reads 108.72. */
const writeNumber = (value: number): string => {
  if (!Number.isFinite(value)) return '';
  if (Number.isSafeInteger(value)) return String(value);
  const text = value.toPrecision(15);
  return text.includes('e') ? text : text.replace(/0+$/, '').replace(/\.$/, '');
};

/**
 * The text of a cell: full-width forms made plain (Unicode NFKC, so ㎡ reads m2), invisible characters dropped, spaces
 * and line breaks folded to one space, Excel's text marks (`'0101`, `="0101"`) removed. '' for an empty cell.
 */
export const readText = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return writeNumber(cell);
  if (alreadyPlain.test(cell)) return cell;
  const text = cell.slice(0, longest).normalize('NFKC').replace(invisible, '').replace(/\s+/g, ' ').trim();
  return text.replace(quotedByFormula, '$1').replace(/^'/, '').trim();
};

/** Like `readText`, but the marks people put in a cell that has nothing to say (/, -, 无) read as ''. */
export const readOptional = (cell: Cell | undefined): string => {
  const text = readText(cell);
  return blankMarks.test(text) ? '' : text;
};

const han = '\\p{Script=Han}';
const spacedOut = new RegExp(`^${han}(?: ${han}){1,3}$`, 'u');
const betweenHan = new RegExp(`(${han}) (?=${han})`, 'gu');

/** One person's or company's name: 张 三 reads 张三. */
export const readName = (cell: Cell | undefined): string => readOptional(cell).replace(betweenHan, '$1');

/** Several names in one cell, parted by 、 , ; / or a space (张 三 alone is one name). Doubles are dropped. */
export const readNames = (cell: Cell | undefined): string[] => {
  const names = readOptional(cell)
    .split(/[、,;/|，；]/)
    .map((part) => part.trim())
    .flatMap((part) => (spacedOut.test(part) ? [part] : part.split(' ')))
    .map((part) => readName(part))
    .filter((name) => name !== '');
  return [...new Set(names)];
};
