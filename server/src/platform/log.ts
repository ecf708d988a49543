import type { Config } from '../config.ts';
import type { Clock } from './clock.ts';

const levels = { debug: 20, info: 30, warn: 40, error: 50, fatal: 60, silent: 100 };

type Write = (fields: object, message: string) => void;

/** One JSON line per event. Fields hold ids, counts and stacks, never names, numbers or texts of people. */
export interface Log {
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}

export const makeLog = (threshold: Config['logLevel'], clock: Clock, write: (line: string) => void): Log => {
  const at =
    (level: 'info' | 'warn' | 'error'): Write =>
    (fields, message) => {
      if (levels[level] < levels[threshold]) return;
      write(`${JSON.stringify({ level, at: new Date(clock()).toISOString(), message, ...fields })}\n`);
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
};
