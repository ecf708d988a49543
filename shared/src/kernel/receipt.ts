/** Crockford's base 32: no I, L, O (read as 1, 1, 0) and no U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ten random bytes → a receipt code `XXXX-XXXX-XXXX-XXXX` that can be read aloud and copied by hand. */
export const formatReceipt = (bytes: Uint8Array): string => {
  if (bytes.length !== 10) throw new Error('a receipt is made of ten bytes');
  let code = '';
  for (let i = 0; i < 16; i++) {
    const bit = i * 5;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    code += alphabet.charAt((pair >> (11 - (bit & 7))) & 31);
  }
  return group(code);
};

/** What a person typed → the code as it was printed, or null when it cannot be one. Full-width letters are accepted. */
export const normaliseReceipt = (typed: string): string | null => {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015\u2212]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code) ? group(code) : null;
};

const group = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');
