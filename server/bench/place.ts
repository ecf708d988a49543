import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foundCommunity } from '../src/community/found-community.ts';
import type { Config } from '../src/config.ts';
import { engines } from '../src/engines.ts';
import { createAccount } from '../src/platform/auth/create-account.ts';
import { systemClock } from '../src/platform/clock.ts';
import type { Deps } from '../src/platform/deps.ts';
import { makeDeps } from '../src/platform/make-deps.ts';
import { openStore } from '../src/platform/store/open-store.ts';

/** An empty folder that is gone when the process ends. */
export const makeFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'bandeng-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** The server's parts on an empty embedded database, as they run in production, without limits on requests. */
export const openDeps = async (): Promise<Deps> => {
  const dataDir = makeFolder();
  const config: Config = {
    production: false,
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://localhost',
    dataDir,
    databaseUrl: null,
    demo: false,
    jwtSecret: 'a secret that only signs what is measured',
    receiptSecret: 'a secret that only makes receipts to measure',
    wechat: null,
    wechatPushToken: null,
    wechatAesKey: null,
    miniappState: 'formal',
    templates: { notice: null, vote: null, reply: null },
    sms: null,
    bannedWords: [],
    logLevel: 'error',
    requestsPerMinute: 0,
    maxLagMs: 0,
    trustedProxies: 0,
    metricsToken: null,
  };
  const report = (error: unknown) => process.stderr.write(`${String(error)}\n`);
  const store = await openStore(config, report);
  const log = { info: () => {}, warn: (fields: object) => report(JSON.stringify(fields)), error: (fields: object) => report(JSON.stringify(fields)) };
  return makeDeps({ config, store, clock: systemClock, log, engines });
};

export interface Electors {
  readonly communityId: string;
  /** Accounts; every one sits in the branch committee, whose vote is stage 1. */
  readonly accounts: readonly string[];
}

export const seatElectors = (deps: Deps, size: number): Promise<Electors> =>
  deps.store.write(async (tx) => {
    const { newId } = deps;
    const now = deps.clock();
    const founding = { id: newId(), name: '测速社区', publicToken: newId(), now, newId, administrator: { name: '管理员' } };
    const { communityId, bodies } = await foundCommunity(tx, founding);
    const accounts: string[] = [];
    for (let i = 0; i < size; i += 1) {
      const [accountId, residentId] = [newId(), newId()];
      accounts.push(accountId);
      await createAccount(tx, { id: accountId, name: `委员${i}` }, now);
      const person = { communityId, id: residentId, accountId, name: `委员${i}`, alias: '', phone: null };
      await tx.insert(tx.t.residents).values({ ...person, partyMember: true, birthDay: null, createdAt: now });
      const seat = { communityId, id: newId(), bodyId: bodies['branch-committee'], residentId, position: '', households: 0 };
      await tx.insert(tx.t.bodyMembers).values({ ...seat, from: '2024-01-01', until: null, endReason: '' });
    }
    return { communityId, accounts };
  });
