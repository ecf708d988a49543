// Prints what the builds weigh and fails when a limit is passed. Builds that do not exist are left out, saying so.
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = path.resolve(import.meta.dirname, '../dist');
const kB = 1024;
/** WeChat allows 2 MB for the main package and for each subpackage, 30 MB in all; the main package keeps a reserve. */
const limits = { main: 1.5 * kB * kB, sub: 2 * kB * kB, all: 30 * kB * kB, firstPage: 150 * kB };

const filesOf = (folder) =>
  fs.readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
const weigh = (files) => files.reduce((sum, file) => sum + fs.statSync(file).size, 0);

let failed = false;
const report = (name, size, limit) => {
  const over = size > limit;
  failed ||= over;
  const [a, b] = [size, limit].map((n) => `${(n / kB).toFixed(1)} kB`);
  console.log(`${over ? '✗' : '✓'} ${name.padEnd(36)} ${a.padStart(12)} of ${b}`);
};

const checkWeapp = (root) => {
  const app = JSON.parse(fs.readFileSync(path.join(root, 'app.json'), 'utf8'));
  const files = filesOf(root).filter((file) => !file.endsWith('.LICENSE.txt') && !file.endsWith('.map'));
  const roots = (app.subPackages ?? app.subpackages ?? []).map((sub) => sub.root.replace(/\/$/, ''));
  const inside = (file, folder) => path.relative(root, file).split(path.sep).join('/').startsWith(`${folder}/`);
  report('weapp main package', weigh(files.filter((file) => !roots.some((folder) => inside(file, folder)))), limits.main);
  for (const folder of roots) report(`weapp ${folder}`, weigh(files.filter((file) => inside(file, folder))), limits.sub);
  report('weapp in all', weigh(files), limits.all);
};

/** The scripts a first visit loads: those of index.html, and the chunks of the home page. */
const checkH5 = (root) => {
  const html = fs.readFileSync(path.join(root, 'index.html'), 'utf8');
  const entry = Array.from(html.matchAll(/<script[^>]+src="\/([^"]+)"/g), ([, file]) => file);
  const code = entry.map((file) => fs.readFileSync(path.join(root, file), 'utf8')).join('\n');
  const route = code.slice(code.indexOf('"path":"pages/home/index","load"'));
  const ids = Array.from(route.slice(0, route.indexOf('.then(')).matchAll(/\.e\("?([\w-]+)"?\)/g), ([, id]) => id);
  if (ids.length === 0) throw new Error('index.html: the chunks of the home page were not found');
  // webpack's own table of chunk files: "js/"+({id:name}[id]||id)+"."+{id:hash}[id]+".js", or (id===e?"name":e) where one chunk has a name
  const table = /"js\/"\+(?:\((?:(\{[^}]*\})\[\w\]\|\|\w|(\d+)===\w\?("[^"]*"):\w)\)|\w)\+"\."\+(\{[^}]*\})/.exec(code);
  if (table === null) throw new Error('the table of chunk files was not found');
  const read = (text) => JSON.parse((text ?? '{}').replace(/([{,])(\d+):/g, '$1"$2":'));
  const [, several, id, name, hashed] = table;
  const names = read(id === undefined ? several : `{"${id}":${name}}`);
  const hashes = read(hashed);
  const home = ids.map((chunk) => `${names[chunk] ?? chunk}.${hashes[chunk]}.js`);
  const all = new Set([...entry, ...home.map((file) => `js/${file}`)]);
  const size = [...all].reduce((sum, file) => sum + gzipSync(fs.readFileSync(path.join(root, file))).length, 0);
  report(`h5 first page, ${all.size} scripts, gzip`, size, limits.firstPage);
};

for (const [name, check] of [['weapp', checkWeapp], ['h5', checkH5]]) {
  const root = path.join(dist, name);
  if (fs.existsSync(path.join(root, name === 'h5' ? 'index.html' : 'app.json'))) check(root);
  else console.log(`- ${name}: not built (dist/${name} is absent)`);
}
process.exitCode = failed ? 1 : 0;
