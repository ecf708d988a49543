import { benchChat } from './chat.ts';
import type { Comparison, Reading } from './compare.ts';
import { benchFanOut } from './fan-out.ts';
import { benchGroupCommit } from './group-commit.ts';
import { benchRegister } from './register.ts';
import { benchVote } from './vote.ts';

const benches: Readonly<Record<string, () => Promise<(Comparison | Reading)[]>>> = {
  vote: benchVote,
  'group-commit': benchGroupCommit,
  register: benchRegister,
  'fan-out': benchFanOut,
  chat: benchChat,
};

const describe = (result: Comparison | Reading): string => {
  const { name, unit } = result;
  if ('value' in result) {
    const goal = result.goal === undefined ? '' : ` (goal ${result.goal})`;
    return `${name.padEnd(13)} ${String(result.value).padStart(6)} ${unit}${goal}\n`;
  }
  const { ratio, against, ours, theirs, rounds } = result;
  const numbers = `${ours} ${unit} a second beside ${theirs}; rounds ${rounds.join(', ')}`;
  return `${name.padEnd(13)} ${String(ratio).padStart(6)} × ${against}\n${' '.repeat(14)}${numbers}\n`;
};

/** `npm run bench -- [vote|group-commit|register|fan-out|chat] [--json]`: ratios of things measured by turns on this machine. */
const main = async (args: readonly string[]): Promise<number> => {
  const asked = args.filter((arg) => !arg.startsWith('--'));
  const unknown = asked.filter((name) => !(name in benches));
  if (unknown.length > 0) {
    process.stderr.write(`no bench is called ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}\n`);
    return 2;
  }
  const results: (Comparison | Reading)[] = [];
  for (const [name, bench] of Object.entries(benches)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    for (const result of await bench()) {
      results.push(result);
      if (!args.includes('--json')) process.stdout.write(describe(result));
    }
  }
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(results, null, 1)}\n`);
  return 0;
};

process.exitCode = await main(process.argv.slice(2));
