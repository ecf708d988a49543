import { commandIdPattern } from '@bandeng/shared/kernel/ids.ts';
import type { FastifyRequest } from 'fastify';
import { Refused } from './errors.ts';

const pattern = new RegExp(commandIdPattern);

/** @throws Refused command-id-missing, or bad-request when it is malformed */
export const commandIdOf = (request: FastifyRequest): string => {
  const sent = request.headers['idempotency-key'];
  if (sent === undefined || sent === '') throw new Refused({ code: 'command-id-missing', field: 'idempotency-key' });
  if (typeof sent !== 'string' || !pattern.test(sent)) throw new Refused({ code: 'bad-request', field: 'idempotency-key' });
  return sent;
};
