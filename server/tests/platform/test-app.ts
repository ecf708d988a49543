import { fillPath, type Body, type Endpoint, type OperationSchemas, type Params, type Query, type Reply } from '@bandeng/shared/kernel/api.ts';
import type { FastifyInstance } from 'fastify';
import { randomBytes } from 'node:crypto';
import { buildApp } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';
import { engines as allEngines } from '../../src/engines.ts';
import { createAccount, type NewAccount } from '../../src/platform/auth/create-account.ts';
import { signIn } from '../../src/platform/auth/sign-in.ts';
import type { Deps } from '../../src/platform/deps.ts';
import type { Engine } from '../../src/platform/engine.ts';
import { runDueTimers } from '../../src/platform/jobs/run-due-timers.ts';
import { timerHandlers } from '../../src/platform/jobs/start-jobs.ts';
import { makeDeps } from '../../src/platform/make-deps.ts';
import { openStore, type StoreLocation } from '../../src/platform/store/open-store.ts';
import { makePlace, openTestStore, type EngineName } from './engines.ts';
import { makeTestClock, type TestClock } from './test-clock.ts';

interface Sent<E> {
  params?: Params<E>;
  query?: Query<E>;
  body?: Body<E>;
  /** Made at random unless given; give it to retry. */
  commandId?: string;
}

/** `value` for a success, `code` for a refusal. */
export interface Answer<E> {
  status: number;
  value: Reply<E>;
  code: string | undefined;
  field: string | undefined;
}

export interface Caller {
  call<E extends Endpoint<string, OperationSchemas>>(endpoint: E, sent?: Sent<E>): Promise<Answer<E>>;
  /** Calls and expects a success. */
  get: <E extends Endpoint<string, OperationSchemas>>(endpoint: E, sent?: Sent<E>) => Promise<Reply<E>>;
  post: <E extends Endpoint<string, OperationSchemas>>(endpoint: E, sent?: Sent<E>) => Promise<Reply<E>>;
  /** Calls and expects a refusal; gives its code. */
  refused<E extends Endpoint<string, OperationSchemas>>(endpoint: E, sent?: Sent<E>): Promise<string>;
  readonly token: string | null;
}

export interface TestApp {
  readonly app: FastifyInstance;
  readonly deps: Deps;
  readonly time: TestClock;
  readonly place: StoreLocation;
  /** What was logged as error or warning: bugs show here. */
  readonly problems: { fields: object; message: string }[];
  /** Makes an account and signs it in. */
  addAccount(account?: Partial<NewAccount>): Promise<string>;
  /** Calls as an account, made with `addAccount` or by a command; null for a visitor. */
  as(accountId: string | null): Caller;
  /** A good access token of an account, for requests that `as` cannot make. */
  tokenOf(accountId: string): Promise<string>;
  /** Runs what is due by the test clock, until nothing is. */
  runTimers(): Promise<number>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  engine: EngineName;
  time?: TestClock;
  /** Opens another process, or a restarted one, on the same data. */
  place?: StoreLocation;
  engines?: readonly Engine[];
  config?: Partial<Config>;
  webRoot?: string;
  /** Hears what goes wrong with the store; without it the test fails. */
  onStoreError?: (error: unknown) => void;
}

export const testSecret = 'a secret for tests that is long enough to sign';

export const makeCommandId = () => randomBytes(12).toString('base64url');

export const buildTestApp = async (options: TestAppOptions): Promise<TestApp> => {
  const { engine, time = makeTestClock(), engines = allEngines } = options;
  const place = options.place ?? (await makePlace(engine));
  const store = await (options.onStoreError ? openStore(place, options.onStoreError) : openTestStore(place));
  const problems: TestApp['problems'] = [];
  const note = (fields: object, message: string) => void problems.push({ fields, message });
  const config: Config = {
    production: false,
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://localhost',
    dataDir: place.dataDir,
    databaseUrl: place.databaseUrl,
    demo: true,
    jwtSecret: testSecret,
    receiptSecret: `${testSecret} receipts`,
    wechat: null,
    wechatPushToken: null,
    wechatAesKey: null,
    miniappState: 'formal',
    templates: { notice: null, vote: null, reply: null },
    sms: null,
    bannedWords: [],
    logLevel: 'silent',
    requestsPerMinute: 0,
    maxLagMs: 0,
    trustedProxies: 0,
    metricsToken: null,
    ...options.config,
  };
  const deps = makeDeps({ config, store, clock: time.clock, log: { info: () => {}, warn: note, error: note }, engines, strictReplies: true });
  const app = await buildApp(deps, options.webRoot ?? place.dataDir);
  await app.ready();
  const tokens = new Map<string, { accessToken: string; accessExpiresAt: number }>();

  /** Signs in anew once the test clock has passed the token's life. */
  const tokenOf = async (accountId: string): Promise<string> => {
    const kept = tokens.get(accountId);
    if (kept && kept.accessExpiresAt > time.now()) return kept.accessToken;
    const signedIn = await store.write((tx) => signIn(app, tx, accountId, 'demo', time.now()));
    tokens.set(accountId, signedIn);
    return signedIn.accessToken;
  };

  const callerFor = (accountId: string | null): Caller => {
    const call: Caller['call'] = async (endpoint, sent = {}) => {
      const token = accountId === null ? null : await tokenOf(accountId);
      const { params, query, body, commandId } = sent;
      const response = await app.inject({
        method: endpoint.method,
        url: fillPath(endpoint.path, (params ?? {})),
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(endpoint.method === 'GET' ? {} : { 'idempotency-key': commandId ?? makeCommandId() }),
        },
        ...(query === undefined ? {} : { query: query as Record<string, string> }),
        ...(body === undefined ? {} : { payload: body as object }),
      });
      const parsed = response.json<{ error?: { code: string; field?: string } }>();
      return { status: response.statusCode, value: parsed as never, code: parsed?.error?.code, field: parsed?.error?.field };
    };
    const succeed: Caller['get'] = async (endpoint, sent) => {
      const { status, value, code, field } = await call(endpoint, sent);
      if (status !== 200) {
        const bug = status === 500 ? `\n${JSON.stringify(problems.at(-1), null, 2)}` : '';
        throw new Error(`${endpoint.name} was answered ${status} ${code ?? ''} ${field ?? ''}${bug}`);
      }
      return value;
    };
    return {
      call,
      get: succeed,
      post: succeed,
      refused: async (endpoint, sent) => {
        const { status, code } = await call(endpoint, sent);
        if (code === undefined) throw new Error(`${endpoint.name} was not refused (${status})`);
        return code;
      },
      get token() {
        return accountId === null ? null : (tokens.get(accountId)?.accessToken ?? null);
      },
    };
  };

  return {
    app,
    deps,
    time,
    place,
    problems,
    addAccount: async (account = {}) => {
      const id = account.id ?? deps.newId();
      await store.write((tx) => createAccount(tx, { name: '测试', ...account, id }, time.now()));
      await tokenOf(id);
      return id;
    },
    as: callerFor,
    tokenOf,
    runTimers: async () => {
      let ran = 0;
      for (;;) {
        const last = await runDueTimers(deps, timerHandlers(deps));
        if (last === 0) return ran;
        ran += last;
      }
    },
    close: async () => {
      await app.close();
      await store.close();
    },
  };
};
