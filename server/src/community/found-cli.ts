import { randomBytes } from 'node:crypto';
import { ConfigError, environment, readConfig } from '../config.ts';
import { idsBy, systemClock } from '../platform/clock.ts';
import { openStore } from '../platform/store/open-store.ts';
import { foundCommunity } from './found-community.ts';

const usage =
  '用法：npm run found -- --name 社区名 --admin 姓名 --phone 手机号 [--district 区] [--street 街道]\n';

/** `--name value` pairs; null when something else is there. */
const readOptions = (args: readonly string[]): Map<string, string> | null => {
  const options = new Map<string, string>();
  for (let i = 0; i < args.length; i += 2) {
    const [name, value] = [args[i], args[i + 1]];
    if (name === undefined || !name.startsWith('--') || value === undefined) return null;
    options.set(name.slice(2), value.trim());
  }
  return options;
};

/**
 * Founds a community in the configured store and names its first administrator, who is let in by the phone number.
 * Exit codes: 0 founded, 2 wrongly called, 78 configuration refused.
 */
const main = async (args: readonly string[]): Promise<number> => {
  const options = readOptions(args);
  const [name, admin, phone] = ['name', 'admin', 'phone'].map((key) => options?.get(key) ?? '');
  if (!name || !admin || phone === undefined || !/^1[0-9]{10}$/.test(phone)) {
    process.stderr.write(usage);
    return 2;
  }
  let config;
  try {
    config = readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 78;
  }
  const store = await openStore(config, (error) => {
    throw error;
  });
  const newId = idsBy(systemClock);
  const above = Object.fromEntries(
    ['district', 'street'].flatMap((key) => (options?.get(key) ? [[key, options.get(key)]] : [])),
  );
  const founded = await store.write((tx) =>
    foundCommunity(tx, {
      id: newId(),
      name,
      ...above,
      administrator: { name: admin, phone },
      publicToken: randomBytes(18).toString('base64url'),
      now: systemClock(),
      newId,
    }),
  );
  await store.close();
  process.stdout.write(`已建立“${name}”（${founded.communityId}）。${admin}用手机号 ${phone} 登录后即是管理员。\n`);
  return 0;
};

process.exitCode = await main(process.argv.slice(2));
