import closeWithGrace from 'close-with-grace';
import { buildApp } from './app.ts';
import { ConfigError, environment, readConfig, type Config } from './config.ts';
import { engines } from './engines.ts';
import { systemClock } from './platform/clock.ts';
import { describeBug } from './platform/http/answer-errors.ts';
import { startJobs } from './platform/jobs/start-jobs.ts';
import { makeLog } from './platform/log.ts';
import { makeDeps } from './platform/make-deps.ts';
import { openStore } from './platform/store/open-store.ts';
import { greet } from './greet.ts';

const readConfigOrExit = (): Config => {
  try {
    return readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(78); // EX_CONFIG
  }
};

const config = readConfigOrExit();
const log = makeLog(config.logLevel, systemClock, (line) => process.stdout.write(line));
const store = await openStore(config, (error) => log.error(describeBug(error), 'the store met an error'));
const deps = makeDeps({ config, store, clock: systemClock, log, engines });
const app = await buildApp(deps);
if (config.demo) {
  const { seedDemo } = await import('./demo/seed.ts');
  await seedDemo(deps);
}
const stopJobs = await startJobs(deps);
await app.listen({ host: config.host, port: config.port }).catch(async (error: NodeJS.ErrnoException) => {
  process.stderr.write(`cannot listen on ${config.host}:${config.port}: ${error.code ?? error.message}. Set PORT or HOST.\n`);
  await stopJobs();
  await store.close();
  process.exit(1);
});
await greet(deps, app.listeningOrigin, (line) => process.stdout.write(`${line}\n`));

closeWithGrace({ delay: 10_000, logger: false }, async ({ err }) => {
  if (err) log.error(describeBug(err), 'the process met a bug and ends');
  // Accepted requests finish first, then the running job, then the store with what they wrote.
  await app.close();
  await stopJobs();
  await store.close();
});
