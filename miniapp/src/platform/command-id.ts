import { makeId } from '@bandeng/shared/kernel/ids.ts';
import { randomBytes } from './random';

/** The name of one intent of a person: the server carries it out at most once, however often it is sent. */
export const makeCommandId = async (): Promise<string> => makeId(Date.now(), await randomBytes(12));
