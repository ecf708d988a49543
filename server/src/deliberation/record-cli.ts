import { or, eq } from 'drizzle-orm';
import { environment, readConfig } from '../config.ts';
import { openStore } from '../platform/store/open-store.ts';
import type { Db } from '../platform/store/store.ts';
import { verifyMatterRecord } from './verify-record.ts';

const usage = '用法：npm run record -- verify --matter 事项编号 [--json]\n';

const findMatters = (db: Db, name: string) => {
  const { matters } = db.t;
  return db
    .select({ communityId: matters.communityId, id: matters.id, number: matters.number, title: matters.title })
    .from(matters)
    .where(or(eq(matters.id, name), eq(matters.number, name)));
};

/** Every matter of that id or number, with the verdict on its chain. */
const verify = async (name: string) => {
  const store = await openStore(readConfig(environment), (error) => {
    throw error;
  });
  try {
    return await store.read(async (db) => {
      const verdicts = [];
      for (const { communityId, ...matter } of await findMatters(db, name))
        verdicts.push({ ...matter, communityId, verdict: await verifyMatterRecord(db, communityId, matter.id) });
      return verdicts;
    });
  } finally {
    await store.close();
  }
};

type Verified = Awaited<ReturnType<typeof verify>>[number];

const describe = ({ number, title, verdict }: Verified): string =>
  verdict.ok
    ? `${number}《${title}》档案完整：${verdict.length} 条，末条哈希 ${verdict.head}\n`
    : `${number}《${title}》档案在第 ${verdict.seq} 条断开（${verdict.reason}）\n`;

/** Prints the verdict and returns the exit code: 0 unbroken, 1 broken, 2 no such matter or wrongly called. */
const main = async (args: readonly string[]): Promise<number> => {
  const [verb, flag, name, ...rest] = args.filter((arg) => arg !== '--' && arg !== '--json');
  if (verb !== 'verify' || flag !== '--matter' || name === undefined || rest.length > 0) {
    process.stderr.write(usage);
    return 2;
  }
  const verified = await verify(name);
  if (verified.length === 0) {
    process.stderr.write(`没有找到事项“${name}”。\n`);
    return 2;
  }
  const asJson = args.includes('--json');
  for (const one of verified) process.stdout.write(asJson ? `${JSON.stringify(one)}\n` : describe(one));
  return verified.every(({ verdict }) => verdict.ok) ? 0 : 1;
};

process.exitCode = await main(process.argv.slice(2));
