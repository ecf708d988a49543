import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

/** SHA-1 over the sorted parts, as WeChat signs its pushes: token, timestamp (seconds since 1970), nonce, and what is encrypted. */
export const signPush = (...parts: readonly string[]): string => createHash('sha1').update([...parts].sort().join('')).digest('hex');

/** Compares without telling by its time how much was right. */
export const isSignature = (given: unknown, expected: string): boolean => {
  if (typeof given !== 'string') return false;
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
};

/** Bytes of chance before the length, and the length itself. */
const randomBytes = 16;
const lengthBytes = 4;
/** WeChat pads to 32, twice the block of the cipher. */
const padTo = 32;

const unpad = (padded: Buffer): Buffer | null => {
  const n = padded.at(-1) ?? 0;
  if (n < 1 || n > padTo || n > padded.length || padded.length % padTo !== 0) return null;
  return padded.subarray(padded.length - n).every((byte) => byte === n) ? padded.subarray(0, padded.length - n) : null;
};

const decrypt = (encodingKey: string, encrypted: string): Buffer | null => {
  const key = Buffer.from(`${encodingKey}=`, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  try {
    return unpad(Buffer.concat([decipher.update(Buffer.from(encrypted, 'base64')), decipher.final()]));
  } catch {
    return null;
  }
};

/**
 * The message of a push in safe mode (安全模式): AES-256-CBC under the EncodingAESKey over 16 random bytes, the length of
 * the message in 4 bytes, the message and the appid, padded by PKCS#7 to 32 bytes. Null when it was not made with this key
 * for this mini-program. Source: 消息推送 – 消息加解密说明, WeChat's documentation.
 * @param encodingKey 43 characters of base64
 */
export const openPush = (encodingKey: string, appId: string, encrypted: string): string | null => {
  const plain = decrypt(encodingKey, encrypted);
  if (plain === null || plain.length < randomBytes + lengthBytes) return null;
  const start = randomBytes + lengthBytes;
  const end = start + plain.readUInt32BE(randomBytes);
  if (end > plain.length || !isSignature(plain.subarray(end).toString('utf8'), appId)) return null;
  return plain.subarray(start, end).toString('utf8');
};
