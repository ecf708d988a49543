import { canonicalJson } from '@bandeng/shared/kernel/canonical.ts';
import type { Refusal, Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq, sql } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import type { Deps } from '../deps.ts';
import { prepared, type Db, type Tx } from '../store/store.ts';
import { Refused } from './errors.ts';
import type { Outcome } from './tables.ts';

/** A refusal whose writes stay: it puts a conflict on record, once, however often it is retried. */
export interface KeptRefusal {
  readonly ok: false;
  readonly keep: true;
  readonly refusal: Refusal;
}

export type CommandResult<T> = Result<T> | KeptRefusal;

/** Refuses, and keeps what the command wrote so far. */
export const refuseKeeping = (refusal: Refusal): KeptRefusal => ({ ok: false, keep: true, refusal });

/** Whose command it is and what it asks for: the same id with another request is refused. */
export interface CommandKey {
  /** The community, or '-' for what concerns an account alone. */
  readonly communityId: string;
  readonly actorId: string;
  readonly commandId: string;
  readonly request: unknown;
}

const $ = sql.placeholder;

const findCommand = prepared('find_command', (db: Db) => {
  const { commands } = db.t;
  return db
    .select({ fingerprint: commands.fingerprint, outcome: commands.outcome })
    .from(commands)
    .where(
      and(eq(commands.communityId, $('communityId')), eq(commands.actorId, $('actorId')), eq(commands.commandId, $('commandId'))),
    );
});

const putCommand = prepared('put_command', (tx: Tx) =>
  tx.insert(tx.t.commands).values({
    communityId: $('communityId'),
    actorId: $('actorId'),
    commandId: $('commandId'),
    fingerprint: $('fingerprint'),
    outcome: $('outcome'),
    at: $('at'),
  }),
);

export const fingerprintOf = (request: unknown): string => createHash('sha256').update(canonicalJson(request)).digest('hex');

/** The first result of a command that was already carried out, or null. */
export const findOutcome = async (db: Db, key: CommandKey): Promise<Outcome | null> => {
  const { communityId, actorId, commandId } = key;
  const [found] = await findCommand(db, { communityId, actorId, commandId });
  if (!found) return null;
  if (found.fingerprint === fingerprintOf(key.request)) return found.outcome;
  return { ok: false, refusal: { code: 'command-id-reused', field: 'idempotency-key' } };
};

const outcomeOf = <T>(result: CommandResult<T>): Outcome =>
  result.ok ? { ok: true, value: result.value } : { ok: false, refusal: result.refusal };

/**
 * Carries a command out once. A retry gets the first result. A plain refusal undoes what the command wrote and is not
 * remembered: the next try may fare better.
 * @param key null for commands that must leave no trace of who sent them when; they keep themselves from doubling
 * @param scope what the command serialises on
 */
export const runCommand = async <T>(
  deps: Pick<Deps, 'store' | 'clock'>,
  key: CommandKey | null,
  scope: string,
  run: (tx: Tx) => Promise<CommandResult<T>>,
): Promise<Result<T>> => {
  try {
    const outcome = await deps.store.write(async (tx) => {
      await tx.lock(scope);
      const first = key === null ? null : await findOutcome(tx, key);
      if (first !== null) return first;
      const result = await run(tx);
      if (!result.ok && !('keep' in result)) throw new Refused(result.refusal);
      if (key !== null) {
        const { communityId, actorId, commandId, request } = key;
        const row = { communityId, actorId, commandId, fingerprint: fingerprintOf(request), outcome: outcomeOf(result) };
        await putCommand(tx, { ...row, at: deps.clock() });
      }
      return outcomeOf(result);
    }, scope);
    return outcome as Result<T>;
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
};
