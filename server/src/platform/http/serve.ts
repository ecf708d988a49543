import type { Body, Endpoint, OperationSchemas, Params, Query, Reply } from '@bandeng/shared/kernel/api.ts';
import type { Policy } from '@bandeng/shared/kernel/policy.ts';
import type { Result } from '@bandeng/shared/kernel/refusal.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Value } from 'typebox/value';
import type { Deps } from '../deps.ts';
import type { Db, Tx } from '../store/store.ts';
import type { Account, Actor } from './actor.ts';
import { admit } from './authenticate.ts';
import { commandIdOf } from './command-id.ts';
import { Refused } from './errors.ts';
import { describeRoute } from './describe-route.ts';
import { findOutcome, runCommand, type CommandKey, type CommandResult } from './run-command.ts';

/** What every handler is given. */
export interface Input<E> {
  readonly params: Params<E>;
  readonly query: Query<E>;
  readonly body: Body<E>;
  /** Who is signed in. Throws where the policy lets visitors in: there, ask `visitor`. */
  readonly account: Account;
  /** The caller as a member of the path's community. Throws where the policy admits others: there, ask `visitor`. */
  readonly actor: Actor;
  readonly visitor: { readonly account: Account | null; readonly actor: Actor | null };
  readonly now: number;
  readonly newId: () => string;
  readonly deps: Deps;
}

export type QueryInput<E> = Input<E> & { readonly db: Db };
export type CommandInput<E, Before = undefined> = Input<E> & {
  readonly tx: Tx;
  readonly commandId: string;
  /** What the `before` option fetched. */
  readonly before: Before;
};

export interface CommandOptions<E, Before> {
  /** What the command serialises on; by default the path's community, else the account. */
  lock?: (params: Params<E>, accountId: string) => string;
  /** Leaves no `commands` row, which would link a person to a time; the handler keeps itself from doubling by `commandId`. */
  unlinkable?: boolean;
  /** Works outside the transaction first, for what must not be awaited in one: calls to other services, heavy hashing. */
  before?: (input: Input<E>) => Promise<Result<Before>>;
}

const missing = {
  account: () => new Error('this route admits visitors without an account'),
  actor: () => new Error('this route admits people who are not members'),
};

/** Where the policy lets others in, asking for who is not there is a bug of the handler. */
const refuseMissing = (input: object, what: 'account' | 'actor') => {
  Object.defineProperty(input, what, {
    enumerable: true,
    get() {
      throw missing[what]();
    },
  });
};

const inputOf = <E, More extends object>(app: FastifyInstance, request: FastifyRequest, more: More): Input<E> & More => {
  const { visitor } = request;
  const { account, actor } = visitor;
  const { deps } = app;
  const input = {
    ...more,
    params: request.params as Params<E>,
    query: request.query as Query<E>,
    body: request.body as Body<E>,
    account: account as Account,
    actor: actor as Actor,
    visitor: { account, actor },
    now: deps.clock(),
    newId: deps.newId,
    deps,
  };
  if (account === null) refuseMissing(input, 'account');
  if (actor === null) refuseMissing(input, 'actor');
  return input;
};

const send = (app: FastifyInstance, schemas: OperationSchemas, reply: FastifyReply, result: Result<unknown>) => {
  if (!result.ok) throw new Refused(result.refusal);
  if (app.deps.strictReplies && !Value.Check(schemas.reply, result.value)) {
    const [first] = Value.Errors(schemas.reply, result.value);
    throw new Error(`reply does not match its schema at ${first?.instancePath ?? ''}: ${first?.message ?? ''}`);
  }
  return reply.send(result.value);
};

export interface QueryOptions<E> {
  /** Puts on record that this was read; the reply waits for it. */
  afterwards?: (input: Input<E>, reply: Reply<E>) => Promise<void>;
}

/** Serves an operation that changes nothing but, at most, what is kept of the reading itself. */
export const serveQuery = <P extends string, S extends OperationSchemas>(
  app: FastifyInstance,
  endpoint: Endpoint<P, S>,
  schemas: S,
  policy: Policy,
  handle: (input: QueryInput<Endpoint<P, S>>) => Promise<Result<Reply<Endpoint<P, S>>>>,
  options: QueryOptions<Endpoint<P, S>> = {},
): void => {
  app.route({
    ...describeRoute(endpoint, schemas, policy),
    preParsing: (request) => admit(app, request, policy, endpoint.name),
    handler: async (request, reply) => {
      const result = await app.deps.store.read((db) => handle(inputOf(app, request, { db })));
      if (result.ok) await options.afterwards?.(inputOf(app, request, {}), result.value);
      return send(app, schemas, reply, result);
    },
  });
};

/** Serves an operation that writes: carried out once per command id, acknowledged when durable. */
export const serveCommand = <P extends string, S extends OperationSchemas, Before = undefined>(
  app: FastifyInstance,
  endpoint: Endpoint<P, S>,
  schemas: S,
  policy: Policy,
  handle: (input: CommandInput<Endpoint<P, S>, Before>) => Promise<CommandResult<Reply<Endpoint<P, S>>>>,
  options: CommandOptions<Endpoint<P, S>, Before> = {},
): void => {
  app.route({
    ...describeRoute(endpoint, schemas, policy),
    preParsing: (request) => admit(app, request, policy, endpoint.name),
    handler: async (request, reply) => {
      const { deps } = app;
      const commandId = commandIdOf(request);
      const { communityId = '-' } = request.params as { communityId?: string };
      const actorId = request.visitor.account?.id;
      const key: CommandKey | null =
        options.unlinkable === true || actorId === undefined
          ? null
          : {
              communityId,
              actorId,
              commandId,
              request: {
                operation: endpoint.name,
                // The router's objects have prototypes of their own.
                params: { ...(request.params as object) },
                query: schemas.query ? { ...(request.query as object) } : null,
                body: schemas.body ? request.body : null,
              },
            };
      let before: Before | undefined;
      if (options.before) {
        const first = key && (await deps.store.read((db) => findOutcome(db, key)));
        if (first) return send(app, schemas, reply, first);
        const fetched = await options.before(inputOf(app, request, {}));
        if (!fetched.ok) throw new Refused(fetched.refusal);
        before = fetched.value;
      }
      const scope =
        options.lock?.(request.params as Params<Endpoint<P, S>>, actorId ?? commandId) ??
        (communityId === '-' ? `account:${actorId ?? commandId}` : `community:${communityId}`);
      const result = await runCommand(deps, key, scope, (tx) =>
        handle(inputOf(app, request, { tx, commandId, before: before as Before })),
      );
      return send(app, schemas, reply, result);
    },
  });
};

/** Serves an operation whose request or reply is no JSON: files, pages. The handler sends by itself, or throws `Refused`. */
export const serveRaw = <P extends string, S extends OperationSchemas>(
  app: FastifyInstance,
  endpoint: Endpoint<P, S>,
  policy: Policy,
  handle: (input: Input<Endpoint<P, S>>, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
): void => {
  app.route({
    ...describeRoute<P, OperationSchemas>(endpoint, null, policy),
    preParsing: (request) => admit(app, request, policy, endpoint.name),
    handler: (request, reply) => handle(inputOf(app, request, {}), request, reply),
  });
};
