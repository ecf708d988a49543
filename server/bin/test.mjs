// `npm test`: every test of every package.
import { checkNode, install, pnpm } from './prepare.mjs';

checkNode();
install();
process.exit(pnpm('-r', '--workspace-concurrency=1', 'test'));
