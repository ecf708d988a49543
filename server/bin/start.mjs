// `npm start`: installs, builds and serves, doing each only when needed.
import { buildWeb, checkNode, install } from './prepare.mjs';

checkNode();
install();
buildWeb();
const { register } = await import('tsx/esm/api');
register();
// In this process, so that Ctrl-C and `kill` reach the server itself.
await import('../src/main.ts');
