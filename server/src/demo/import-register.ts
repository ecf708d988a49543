import { ok } from '@bandeng/shared/kernel/refusal.ts';
import { Readable } from 'node:stream';
import { dryRun, checkImport } from '../community/imports/check-import.ts';
import { commitImport } from '../community/imports/commit-import.ts';
import { createImport, lookAtFile } from '../community/imports/create-import.ts';
import { findImport } from '../community/imports/report.ts';
import type { Deps } from '../platform/deps.ts';
import { spreadsheetType } from '../platform/files/spreadsheet-type.ts';
import { keepFile, receiveFile } from '../platform/files/vault.ts';
import { runDueTimers } from '../platform/jobs/run-due-timers.ts';
import { timerHandlers } from '../platform/jobs/start-jobs.ts';
import { makeRegisterFile, registerFilename } from './register-fixture.ts';
import { demoCommunityId, must, type Command } from './demo-community.ts';

const storeFile = async (deps: Deps, uploadedBy: string): Promise<string> => {
  const id = deps.newId();
  const received = await receiveFile(deps.config.dataDir, id, Readable.from([await makeRegisterFile()]));
  await keepFile(deps.config.dataDir, demoCommunityId, id, received);
  const { size, sha256, head } = received;
  const type = spreadsheetType(head, registerFilename) ?? '';
  const row = {
    communityId: demoCommunityId,
    id,
    name: registerFilename,
    type,
    size,
    sha256,
    uploadedBy,
    at: deps.clock(),
  };
  await deps.store.write((tx) => tx.insert(tx.t.files).values({ ...row, ownerKind: null, ownerId: null }));
  return id;
};

/** Imports the demonstration register by the steps an administrator takes: upload, look, check, commit. */
export const importRegister = async (deps: Deps, act: Command): Promise<void> => {
  const actor = await act(async (by) => ok(by.actor));
  const look = must(await lookAtFile(deps, actor, await storeFile(deps, actor.residentId)));
  const { id: importId, mapping } = await act((by) => createImport(by, look));
  const run = must(await dryRun(deps, actor, importId, { mapping }));
  await act((by) => checkImport(by, importId, run));
  await act((by) => commitImport(by, { importId, endMissing: false }));
  const handlers = timerHandlers(deps);
  for (;;) {
    const found = await deps.store.read((db) => findImport(db, demoCommunityId, importId));
    if (found?.status === 'done') return;
    if ((await runDueTimers(deps, handlers)) === 0)
      throw new Error('the demonstration register was not imported to its end');
  }
};
