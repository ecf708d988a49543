const decimal = /^(\d{1,14})(?:\.(\d{1,2})0*)?$/;

/** 8950 → '89.50'. Takes a safe integer of hundredths, which may be negative. */
export const formatHundredths = (value: number): string => {
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is no integer of hundredths`);
  const magnitude = Math.abs(value);
  const cents = magnitude % 100;
  return `${value < 0 ? '-' : ''}${(magnitude - cents) / 100}.${String(cents).padStart(2, '0')}`;
};

/**
 * Decimal text without sign, unit or grouping → integer hundredths, or null when it is no such number.
 * Read digit by digit, so nothing is ever rounded: a third decimal that is not zero is refused.
 */
export const parseHundredths = (text: string): number | null => {
  const match = decimal.exec(text);
  if (match === null) return null;
  const value = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return Number.isSafeInteger(value) ? value : null;
};
