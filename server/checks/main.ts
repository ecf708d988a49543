import { ConfigError, environment, readConfig } from '../src/config.ts';
import { openStore } from '../src/platform/store/open-store.ts';
import { invariants, runChecks } from './run-checks.ts';

/** `npm run checks [-- --json]`: 0 when every invariant holds, 1 when one does not, 78 without a usable configuration. */
const main = async (args: readonly string[]): Promise<number> => {
  const store = await openStore(readConfig(environment), (error) => process.stderr.write(`${String(error)}\n`));
  const violations = await runChecks(store);
  await store.close();
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify({ invariants: invariants.length, violations }, null, 1)}\n`);
  else {
    for (const { name } of invariants) {
      const own = violations.filter(({ invariant }) => invariant === name);
      process.stdout.write(`${own.length === 0 ? 'holds ' : 'BROKEN'} ${name}\n`);
      for (const { communityId, subjectId, found } of own) process.stdout.write(`         ${communityId} ${subjectId}: ${found}\n`);
    }
  }
  return violations.length === 0 ? 0 : 1;
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 78;
}
