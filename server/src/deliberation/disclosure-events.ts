import type { MatterEvent } from '@bandeng/shared/deliberation/schemas.ts';
import { and, eq, sum } from 'drizzle-orm';
import type { Tx } from '../platform/store/store.ts';
import { loadFiles } from './load-files.ts';
import { loadPeople } from './load-people.ts';
import { presentDisclosure, presentObjection, presentProgress } from './present-disclosure.ts';
import { readRatings } from './read-disclosures.ts';

const vanished = (what: string, id: string): Error => new Error(`${what} ${id} vanished within a write`);

export const disclosureChanged = async (tx: Tx, communityId: string, id: string): Promise<MatterEvent> => {
  const { disclosures } = tx.t;
  const [row] = await tx
    .select()
    .from(disclosures)
    .where(and(eq(disclosures.communityId, communityId), eq(disclosures.id, id)));
  if (!row) throw vanished('disclosure', id);
  const files = await loadFiles(tx, communityId, [row.fileIds]);
  return { type: 'DisclosureChanged', disclosure: presentDisclosure(row, files) };
};

export const objectionChanged = async (tx: Tx, communityId: string, id: string): Promise<MatterEvent> => {
  const { objections } = tx.t;
  const [row] = await tx
    .select()
    .from(objections)
    .where(and(eq(objections.communityId, communityId), eq(objections.id, id)));
  if (!row) throw vanished('objection', id);
  const people = await loadPeople(tx, communityId, [row.byId, row.answeredBy]);
  return { type: 'ObjectionChanged', objection: presentObjection(row, people) };
};

export const progressChanged = async (tx: Tx, communityId: string, id: string): Promise<MatterEvent> => {
  const { progressEntries: p } = tx.t;
  const [row] = await tx
    .select()
    .from(p)
    .where(and(eq(p.communityId, communityId), eq(p.id, id)));
  if (!row) throw vanished('progress entry', id);
  const [spent] = await tx
    .select({ fen: sum(p.amountFen).mapWith(Number) })
    .from(p)
    .where(and(eq(p.communityId, communityId), eq(p.matterId, row.matterId)));
  const people = await loadPeople(tx, communityId, [row.byId]);
  const files = await loadFiles(tx, communityId, [row.fileIds]);
  return { type: 'ProgressChanged', entry: presentProgress(row, people, files), spentFen: spent?.fen ?? 0 };
};

export const ratingsChanged = async (tx: Tx, communityId: string, matterId: string): Promise<MatterEvent> => ({
  type: 'RatingsChanged',
  ratings: await readRatings(tx, communityId, matterId),
});
