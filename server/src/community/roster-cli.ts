import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { kernelErrors } from '@bandeng/shared/kernel/errors.ts';
import { registerErrors } from '@bandeng/shared/community/register/errors.ts';
import { environment } from '../config.ts';
import { draftFile } from './register/draft-file.ts';
import { registerCounts, reportRegister } from './register/report-register.ts';

/** npm runs a script in its package's folder; the file was named from where the person stands. */
const locate = (path: string): string => {
  const here = resolve(path);
  return existsSync(here) ? here : resolve(environment['INIT_CWD'] ?? '.', path);
};

/** Writes the answer and returns the exit code: 0 read (even with refused rows), 2 unreadable or wrongly called. */
const main = async (args: readonly string[]): Promise<number> => {
  const [verb, path, ...rest] = args.filter((arg) => arg !== '--' && arg !== '--json');
  if (verb !== 'check' || path === undefined || rest.length > 0) {
    process.stderr.write('用法：npm run roster -- check 文件 [--json]\n');
    return 2;
  }
  let bytes: Buffer;
  try {
    bytes = readFileSync(locate(path));
  } catch {
    process.stderr.write(`读不到文件“${path}”，请检查路径和权限。\n`);
    return 2;
  }
  const draft = await draftFile(bytes, basename(path));
  if (!draft.ok) {
    const text = { ...kernelErrors, ...registerErrors }[draft.refusal.code];
    process.stderr.write(`${text.zh}（${draft.refusal.code}）\n`);
    return 2;
  }
  const asJson = args.includes('--json');
  process.stdout.write(
    asJson ? `${JSON.stringify(registerCounts(draft.value), null, 1)}\n` : reportRegister(draft.value),
  );
  return 0;
};

process.exitCode = await main(process.argv.slice(2));
