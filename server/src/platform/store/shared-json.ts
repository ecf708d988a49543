/** Shorter texts are parsed faster than looked up. */
const shortest = 512;
/** Longer ones would fill the memory. */
const longest = 65_536;
const keptTexts = 64;

const freeze = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(freeze);
  return Object.freeze(value);
};

/**
 * Parses the JSON of one column. A long text that comes again and again (the rules that many matters go by) is parsed
 * once and then shared, frozen; whoever wants to change it copies it, as with any row. Others are the caller's own.
 */
export const openSharedJson = (parse: (text: string) => unknown): ((text: string) => unknown) => {
  /** By text, the oldest first; undefined for what was met once. */
  const known = new Map<string, unknown>();
  return (text) => {
    if (text.length < shortest || text.length > longest) return parse(text);
    const shared = known.get(text);
    if (shared !== undefined) return shared;
    const parsed = parse(text);
    const again = known.has(text);
    const [oldest] = again || known.size < keptTexts ? [] : known.keys();
    if (oldest !== undefined) known.delete(oldest);
    known.set(text, again ? freeze(parsed) : undefined);
    return parsed;
  };
};
