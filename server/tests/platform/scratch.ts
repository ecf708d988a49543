import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One folder for everything that a run puts down, gone when it ends: some thousand folders would be left behind. */
export default function makeScratch() {
  const folder = mkdtempSync(join(tmpdir(), 'bandeng-tests-'));
  chmodSync(folder, 0o755); // PostgreSQL may run as another user, who must get through to its own folder
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  return () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true, force: true });
  };
}
