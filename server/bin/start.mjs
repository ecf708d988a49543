// `npm start`: installs, builds and serves, doing each only when needed.
import { buildWeb, checkNode, install } from './prepare.mjs';

/** npm passes SIGTERM to the shell between it and this process, and the shell ends alone: then this ends too. */
const endWithParent = () => {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
};

checkNode();
install();
buildWeb();
if (process.env.npm_lifecycle_event !== undefined) endWithParent();
const { register } = await import('tsx/esm/api');
register();
// In this process, so that Ctrl-C and `kill` reach the server itself.
await import('../src/main.ts');
