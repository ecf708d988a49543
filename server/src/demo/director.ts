import type { Body, Endpoint, OperationSchemas, Params } from '@bandeng/shared/kernel/api.ts';
import { addDays, dayAt, startOfDay } from '@bandeng/shared/kernel/legal-days.ts';
import { asc, lte } from 'drizzle-orm';
import { Readable } from 'node:stream';
import { idsBy } from '../platform/clock.ts';
import type { Deps } from '../platform/deps.ts';
import { keepFile, receiveFile } from '../platform/files/vault.ts';
import { runCommand, type CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { runDueTimers } from '../platform/jobs/run-due-timers.ts';
import { timerHandlers } from '../platform/jobs/start-jobs.ts';
import { actorOf, type Cast } from './cast.ts';

type Handler<E, Before> = (input: CommandInput<E, Before>) => Promise<CommandResult<unknown>>;

/** Plays a matter's past through the very commands that people use, by a clock of its own; whatever is due on the way happens. */
export interface Director {
  readonly cast: Cast;
  readonly deps: Deps;
  now(): number;
  /** When the demonstration is set up: the past that is played ends here. */
  readonly present: number;
  /** Lets time pass until an instant, with every timer that falls due before it. */
  until(ms: number): Promise<void>;
  /** Lets minutes pass. */
  pass(minutes: number): Promise<void>;
  /** An hour of the clock in China, so many days before the day on which the demonstration is set up. */
  ago(days: number, hour: number, minute?: number): number;
  /** Carries a command out as a resident; throws when it is refused, with what it answered otherwise. */
  play<P extends string, S extends OperationSchemas, Reply extends object = { id?: string }, Before = undefined>(
    endpoint: Endpoint<P, S>,
    handler: Handler<Endpoint<P, S>, Before>,
    residentId: string,
    params: Omit<Params<Endpoint<P, S>>, 'communityId'>,
    body: Body<Endpoint<P, S>>,
    /** What the command is given that looks at something outside first. */
    before?: Before,
  ): Promise<Reply>;
  attach(residentId: string, name: string, bytes: Buffer): Promise<string>;
}

export const makeDirector = (given: Deps, cast: Cast): Director => {
  const present = given.clock();
  let now = 0;
  const clock = () => now;
  const deps: Deps = { ...given, clock, newId: idsBy(clock) };
  const { store } = deps;
  const { communityId } = cast;
  const handlers = timerHandlers(deps);

  const until = async (ms: number): Promise<void> => {
    for (;;) {
      const [next] = await store.read((db) => {
        const { timers } = db.t;
        return db
          .select({ at: timers.tryAt })
          .from(timers)
          .where(lte(timers.tryAt, ms))
          .orderBy(asc(timers.tryAt))
          .limit(1);
      });
      if (!next) break;
      now = Math.max(now, next.at);
      if ((await runDueTimers(deps, handlers)) === 0) break;
    }
    now = Math.max(now, ms);
  };

  return {
    cast,
    deps,
    now: clock,
    present,
    until,
    pass: (minutes) => until(now + minutes * 60_000),
    ago: (days, hour, minute = 0) => startOfDay(addDays(dayAt(present), -days)) + (hour * 60 + minute) * 60_000,
    play: async (endpoint, handler, residentId, params, body, before) => {
      const actor = await store.read((db) => actorOf(db, communityId, residentId, now));
      const account = { id: actor.accountId, signInId: '' };
      const result = await runCommand(deps, null, `demonstration:${communityId}`, (tx) =>
        handler({
          tx,
          params: { communityId, ...params } as unknown as Params<typeof endpoint>,
          query: undefined as never,
          body,
          account,
          actor,
          visitor: { account, actor },
          now,
          newId: deps.newId,
          deps,
          commandId: deps.newId(),
          before: before as never,
        }),
      );
      if (!result.ok)
        throw new Error(
          `the demonstration was refused ${endpoint.name}: ${result.refusal.code} ${result.refusal.field ?? ''}`,
        );
      return result.value as never;
    },
    attach: async (residentId, name, bytes) => {
      const id = deps.newId();
      const received = await receiveFile(deps.config.dataDir, id, Readable.from([bytes]));
      const { type, size, sha256 } = received;
      if (type === null) throw new Error(`${name} is of no type that may be stored`);
      await keepFile(deps.config.dataDir, communityId, id, received);
      const row = {
        communityId,
        id,
        name,
        type,
        size,
        sha256,
        uploadedBy: residentId,
        at: now,
        ownerKind: null,
        ownerId: null,
      };
      await store.write((tx) => tx.insert(tx.t.files).values(row));
      return id;
    },
  };
};
