const isPlain = (value: object): value is Record<string, unknown> => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/**
 * One text for one value: keys sorted by UTF-16 code unit, no white space, integers only. Hashes of the record and
 * fingerprints of commands are taken over this text, because databases reorder keys of stored JSON.
 * Throws on what has no single text: fractions, unsafe integers, undefined, holes, class instances, cycles.
 */
export const canonicalJson = (value: unknown): string => write(value, []);

const write = (value: unknown, within: readonly object[]): string => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error(`canonical JSON holds integers only, not ${value}`);
    return String(value === 0 ? 0 : value);
  }
  if (typeof value !== 'object') throw new Error(`canonical JSON cannot hold ${typeof value}`);
  if (within.includes(value)) throw new Error('canonical JSON cannot hold a cycle');
  const inside = [...within, value];
  if (Array.isArray(value)) return `[${Array.from(value, (item: unknown) => write(item, inside)).join(',')}]`;
  if (!isPlain(value)) throw new Error('canonical JSON holds plain objects only');
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${write(value[key], inside)}`);
  return `{${members.join(',')}}`;
};
