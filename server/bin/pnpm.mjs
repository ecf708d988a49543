// `node server/bin/pnpm.mjs …`: the pinned pnpm, for machines that have npm only.
import { checkNode, install, pnpm } from './prepare.mjs';

checkNode();
install();
process.exit(pnpm(...process.argv.slice(2)));
