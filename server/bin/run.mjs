// `node server/bin/run.mjs FILE.ts …`: runs one of the server's commands, on a machine where nothing is installed yet too.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, install } from './prepare.mjs';

const [file, ...rest] = process.argv.slice(2);
checkNode();
install();
const { register } = await import('tsx/esm/api');
register();
// The command sees its own arguments where it expects them.
process.argv = [process.argv[0], resolve(file), ...rest];
await import(pathToFileURL(resolve(file)).href);
