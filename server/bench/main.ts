import type { Comparison } from './compare.ts';
import { benchFanOut } from './fan-out.ts';
import { benchGroupCommit } from './group-commit.ts';
import { benchRegister } from './register.ts';
import { benchVote } from './vote.ts';

const benches: Readonly<Record<string, () => Promise<Comparison[]>>> = {
  vote: benchVote,
  'group-commit': benchGroupCommit,
  register: benchRegister,
  'fan-out': benchFanOut,
};

/** `npm run bench -- [vote|group-commit|register|fan-out] [--json]`: ratios of things measured by turns on this machine. */
const main = async (args: readonly string[]): Promise<number> => {
  const asked = args.filter((arg) => !arg.startsWith('--'));
  const unknown = asked.filter((name) => !(name in benches));
  if (unknown.length > 0) {
    process.stderr.write(`no bench is called ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}\n`);
    return 2;
  }
  const results: Comparison[] = [];
  for (const [name, bench] of Object.entries(benches)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    for (const result of await bench()) {
      results.push(result);
      if (args.includes('--json')) continue;
      const { ratio, unit, against, ours, theirs, rounds } = result;
      process.stdout.write(`${result.name.padEnd(13)} ${String(ratio).padStart(6)} × ${against}\n`);
      process.stdout.write(`${' '.repeat(14)}${ours} ${unit} a second beside ${theirs}; rounds ${rounds.join(', ')}\n`);
    }
  }
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(results, null, 1)}\n`);
  return 0;
};

process.exitCode = await main(process.argv.slice(2));
