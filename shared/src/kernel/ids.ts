const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A time-ordered identifier: 10 characters of milliseconds and 16 of randomness, Crockford base 32, lower case
 * (the layout of ULID). Clock and randomness are passed in, so that rules and tests stay pure.
 * @param ms milliseconds since 1970
 * @param random ten or more random bytes
 */
export const makeId = (ms: number, random: Uint8Array): string => {
  let time = '';
  for (let rest = ms, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = (alphabet[rest % 32] ?? '0') + time;
  let noise = '';
  for (let i = 0; i < 16; i++) {
    const bit = i * 5;
    const pair = ((random[bit >> 3] ?? 0) << 8) | (random[(bit >> 3) + 1] ?? 0);
    noise += alphabet[(pair >> (11 - (bit & 7))) & 31] ?? '0';
  }
  return time + noise;
};

/** Shape of a client-made command id. */
export const commandIdPattern = '^[A-Za-z0-9_-]{8,64}$';
