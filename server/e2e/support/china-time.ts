const china = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString();

/** The day in China, as a date field wants it. */
export const dayOf = (ms: number): string => china(ms).slice(0, 10);
/** The clock in China, as a time field wants it. */
export const clockOf = (ms: number): string => china(ms).slice(11, 16);
