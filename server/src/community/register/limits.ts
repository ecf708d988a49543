/** Bounds on a register file: a district's largest community has 12,640 rows and 14 columns. */
export const limits = {
  fileBytes: 20 * 1024 * 1024,
  /** All parts of an .xlsx together, inflated. */
  inflatedBytes: 160 * 1024 * 1024,
  zipEntries: 2_000,
  rows: 100_000,
  columns: 100,
  sheets: 50,
  mergedCells: 2_000_000,
} as const;
