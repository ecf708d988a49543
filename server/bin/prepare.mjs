// What must be there before anything runs. Node's own modules only: this works before the first install.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const pnpmVersion = '10.34.8';

const readOr = (path, otherwise) => (existsSync(path) ? readFileSync(path, 'utf8') : otherwise);

const walk = (path) =>
  readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && name !== 'dist')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? walk(join(path, entry.name)) : [join(path, entry.name)]));

const hashOf = (files) => {
  const hash = createHash('sha256');
  for (const file of files) if (existsSync(file)) hash.update(`${file.slice(root.length)}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};

/** Ends the process with one sentence when this Node is too old. */
export const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Bandeng needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
};

/** Runs the pinned pnpm in the repository and returns its exit code. */
export const pnpm = (...args) =>
  spawnSync('npx', ['--yes', `pnpm@${pnpmVersion}`, ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, npm_config_loglevel: 'error', CI: process.env.CI ?? 'true' },
  }).status ?? 1;

/** Installs when packages are missing or the lockfile changed. */
export const install = () => {
  const stampPath = join(root, 'node_modules', '.bandeng-installed');
  const packages = ['', 'shared', 'server', 'miniapp'];
  const stamp = hashOf(['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...packages.map((name) => join(name, 'package.json'))].map((name) => join(root, name)));
  const complete = packages.every((name) => existsSync(join(root, name, 'node_modules')));
  if (complete && readOr(stampPath, '') === stamp) return;
  console.error('Installing packages (the first time takes a few minutes) …');
  const status = pnpm('install', '--frozen-lockfile');
  if (status !== 0) process.exit(status);
  writeFileSync(stampPath, stamp);
};

/** Builds the web page when it is missing or older than its sources. */
export const buildWeb = () => {
  const miniapp = join(root, 'miniapp');
  const stampPath = join(miniapp, 'dist', 'h5.stamp');
  const configs = readdirSync(miniapp).filter((name) => /\.(cjs|mjs|json|ts|js)$/.test(name)).map((name) => join(miniapp, name));
  const folders = ['src', 'config', 'plugins', 'static', 'types'].map((name) => join(miniapp, name)).filter((path) => existsSync(path));
  const sources = [...folders, join(root, 'shared', 'src')].flatMap(walk).filter((path) => !path.includes('.test.'));
  const stamp = hashOf([join(root, 'pnpm-lock.yaml'), ...configs, ...sources]);
  if (existsSync(join(miniapp, 'dist', 'h5', 'index.html')) && readOr(stampPath, '') === stamp) return;
  console.log('Building the web page (about a minute) …');
  const status = pnpm('--filter', '@bandeng/miniapp', 'build:h5');
  if (status !== 0) process.exit(status);
  writeFileSync(stampPath, stamp);
};
