import type { Cell, Sheet } from './sheet.ts';

/**
 * Writes the value of each merged block into all of its cells, as a reader of the printed sheet understands it. The
 * column `except` (the area) is spread in the heading rows only: an area that spans several rooms is their sum, and
 * copying it would give each of them the voting weight of all.
 */
export const spreadMerges = (sheet: Sheet, except: { column: number | null; below: number } | null = null): Sheet => {
  if (sheet.merges === undefined || sheet.merges.length === 0) return sheet;
  const rowAt = new Map<number, Cell[]>(sheet.rows.map(({ row, cells }) => [row, [...cells]]));
  for (const { top, bottom, left, right } of sheet.merges) {
    const value = rowAt.get(top)?.[left] ?? null;
    if (value === null) continue;
    for (let row = top; row <= bottom; row++) {
      const cells = rowAt.get(row);
      if (cells === undefined) continue;
      for (let column = left; column <= right; column++) {
        if (except !== null && column === except.column && row > except.below) continue;
        while (cells.length < column) cells.push(null);
        cells[column] = value;
      }
    }
  }
  return { ...sheet, rows: sheet.rows.map(({ row }) => ({ row, cells: rowAt.get(row) ?? [] })) };
};
