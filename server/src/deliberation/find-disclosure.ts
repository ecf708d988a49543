import { and, eq, sql } from 'drizzle-orm';
import { prepared, type Db, type Tx } from '../platform/store/store.ts';
import { lockMatter } from './load-matter.ts';
import type { DisclosureRow, ObjectionRow } from './present-disclosure.ts';
import type { MatterRow } from './rows.ts';

const $ = sql.placeholder;

const disclosureById = prepared('deliberation_disclosure', (db: Db) => {
  const { disclosures: d } = db.t;
  return db
    .select()
    .from(d)
    .where(and(eq(d.communityId, $('communityId')), eq(d.id, $('id'))));
});

const objectionById = prepared('deliberation_objection', (db: Db) => {
  const { objections: o } = db.t;
  return db
    .select()
    .from(o)
    .where(and(eq(o.communityId, $('communityId')), eq(o.id, $('id'))));
});

export interface DisclosureOfMatter {
  readonly matter: MatterRow;
  readonly disclosure: DisclosureRow;
}

/** A disclosure with its matter, both held by the matter's lock until the write ends. Only submitted matters have any. */
export const lockDisclosure = async (
  tx: Tx,
  communityId: string,
  id: string,
): Promise<DisclosureOfMatter | undefined> => {
  const [found] = await disclosureById(tx, { communityId, id });
  const matter = found && (await lockMatter(tx, communityId, found.matterId));
  const [disclosure] = await disclosureById(tx, { communityId, id });
  return matter && disclosure && { matter, disclosure };
};

export const lockObjection = async (
  tx: Tx,
  communityId: string,
  id: string,
): Promise<(DisclosureOfMatter & { readonly objection: ObjectionRow }) | undefined> => {
  const [found] = await objectionById(tx, { communityId, id });
  const held = found && (await lockDisclosure(tx, communityId, found.disclosureId));
  const [objection] = await objectionById(tx, { communityId, id });
  return held && objection && { ...held, objection };
};
