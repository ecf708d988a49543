import type { MatterEvent } from '@bandeng/shared/deliberation/schemas.ts';
import type { Tx } from '../platform/store/store.ts';
import { findMatter } from './load-matter.ts';
import { readHead, readSessions, readVersions } from './read-matter.ts';

/** Events carry the new state of a slice, read back inside the write that changed it. */
export const headChanged = async (tx: Tx, communityId: string, matterId: string): Promise<MatterEvent> => {
  const row = await findMatter(tx, communityId, matterId);
  if (!row) throw new Error(`matter ${matterId} vanished within a write`);
  return { type: 'HeadChanged', head: await readHead(tx, row) };
};

export const versionsChanged = async (tx: Tx, communityId: string, matterId: string): Promise<MatterEvent> => ({
  type: 'VersionsChanged',
  versions: await readVersions(tx, communityId, matterId),
});

/** In the order in which the sessions were convened. */
export const sessionsChanged = async (tx: Tx, communityId: string, ids: readonly string[]): Promise<MatterEvent[]> =>
  (await readSessions(tx, communityId, ids)).map((session) => ({ type: 'SessionChanged', session }));
