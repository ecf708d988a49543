import type { Merge } from '@bandeng/shared/community/register/sheet.ts';
import { limits } from './limits.ts';

const columnIndex = (letters: string): number =>
  [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/**
 * The merged blocks of a worksheet part, clipped to the rows and columns that are read; null when they cover more cells
 * than are worth filling (a few bytes can merge a whole sheet a thousand times).
 */
export const readMerges = (worksheet: Buffer): Merge[] | null => {
  const from = worksheet.indexOf('<mergeCells');
  if (from < 0) return [];
  const to = worksheet.indexOf('</mergeCells>', from);
  const merges: Merge[] = [];
  let covered = 0;
  const text = worksheet.toString('latin1', from, to < 0 ? from : to);
  for (const match of text.matchAll(/<mergeCell\b[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g)) {
    const [, first = '', top, last = '', bottom] = match;
    const merge = {
      top: Number(top),
      bottom: Math.min(Number(bottom), limits.rows),
      left: columnIndex(first),
      right: Math.min(columnIndex(last), limits.columns - 1),
    };
    covered += Math.max(0, merge.bottom - merge.top + 1) * Math.max(0, merge.right - merge.left + 1) + 1;
    if (covered > limits.mergedCells) return null;
    merges.push(merge);
  }
  return merges;
};
