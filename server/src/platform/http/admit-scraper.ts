import type { FastifyRequest } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import { Refused } from './errors.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();

const loopback = /^(::1|(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;

/** A proxy on this machine speaks for others: whatever it passes on does not come from here. */
const passedOn = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'];

/**
 * Lets a scraper through by its bearer token or, where none is configured, only from this very machine.
 * @throws Refused not-signed-in, not-allowed
 */
export const admitScraper = (token: string | null, request: FastifyRequest): void => {
  if (token !== null) {
    const given = request.headers.authorization ?? '';
    if (!timingSafeEqual(digest(given), digest(`Bearer ${token}`))) throw new Refused({ code: 'not-signed-in' });
    return;
  }
  const from = request.socket.remoteAddress ?? '';
  if (!loopback.test(from) || passedOn.some((name) => request.headers[name] !== undefined)) {
    throw new Refused({ code: 'not-allowed' });
  }
};
