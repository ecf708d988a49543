// `pnpm dev`: the server and the web page, both reloading on change. The page's own server passes /api on.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { checkNode, install, root } from './prepare.mjs';

checkNode();
install();
const server = join(root, 'server');
const miniapp = join(root, 'miniapp');
const from = (folder, path) => createRequire(join(folder, 'package.json')).resolve(path);
const commands = [
  [server, [from(server, 'tsx/cli'), 'watch', '--clear-screen=false', 'src/main.ts']],
  [miniapp, [from(miniapp, '@tarojs/cli/bin/taro'), 'build', '--type', 'h5', '--watch']],
];
const children = commands.map(([cwd, args]) => spawn(process.execPath, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] }));

let ending = false;
const end = (code) => {
  if (ending) return;
  ending = true;
  process.exitCode = code;
  for (const child of children) child.kill('SIGTERM');
};
for (const child of children) child.on('exit', (code) => end(code ?? 0));
process.on('SIGINT', () => end(0));
process.on('SIGTERM', () => end(0));
