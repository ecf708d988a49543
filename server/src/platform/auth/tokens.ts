import { createHash, randomBytes } from 'node:crypto';

/** A secret to hand out once; only its hash is kept. */
export const makeSecret = (): string => randomBytes(32).toString('base64url');

export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
