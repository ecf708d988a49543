import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { serveCommunity } from './server-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Data folder of a demonstration that has just been played; to be copied. */
    seeded: string;
  }
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const builds = { 'build:h5': 'miniapp/dist/h5/index.html', 'build:weapp': 'miniapp/dist/weapp/app.json' } as const;

/** Makes the builds that are not there; one that is there is tested as it is. */
const makeMissingBuilds = (): void => {
  for (const [script, result] of Object.entries(builds)) {
    if (existsSync(root + result)) continue;
    const { status } = spawnSync('npm', ['run', script], { cwd: root, stdio: 'inherit' });
    if (status !== 0) throw new Error(`${script} failed`);
  }
};

/** Builds what is missing, and plays the demonstration once for all tests. */
export default async function setUp(project: TestProject): Promise<() => void> {
  makeMissingBuilds();
  const community = await serveCommunity(null);
  await community.stop();
  project.provide('seeded', community.dataDir);
  return () => rmSync(community.dataDir, { recursive: true, force: true });
}
