import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { PublicDisclosure } from '@bandeng/shared/deliberation/schemas.ts';
import { meetingStageIds, type MeetingStageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { QueryInput } from '../platform/http/serve.ts';
import { prepared, type Db } from '../platform/store/store.ts';
import { findMatter } from './load-matter.ts';
import { maskHead, maskNotice, maskObjection, maskProgress } from './mask-view.ts';
import type { DisclosureRow } from './present-disclosure.ts';
import { presentSession } from './present.ts';
import { readDisclosureParts } from './read-disclosures.ts';
import { listSessions } from './read-matter.ts';
import type { MatterRow } from './rows.ts';

const disclosureByToken = prepared('deliberation_disclosure_by_token', (db: Db) => {
  const { disclosures: d, communities: c } = db.t;
  return db
    .select({ disclosure: d, communityName: c.name })
    .from(d)
    .innerJoin(c, eq(c.id, d.communityId))
    .where(eq(d.publicToken, sql.placeholder('token')));
});

/** Whoever holds the token of 128 random bits may read what it opens. */
export const findPublished = async (
  db: Db,
  token: string,
): Promise<{ disclosure: DisclosureRow; communityName: string } | undefined> =>
  (await disclosureByToken(db, { token }))[0];

/** The wording that was disclosed: the matter may have been given another one since. */
const readHead = async (db: Db, matter: MatterRow, version: number): Promise<PublicDisclosure['head']> => {
  const { matterVersions: v } = db.t;
  const [kept] =
    matter.version === version
      ? [{ content: matter }]
      : await db
          .select({ content: v.content })
          .from(v)
          .where(and(eq(v.communityId, matter.communityId), eq(v.matterId, matter.id), eq(v.version, version)))
          .orderBy(desc(v.edit))
          .limit(1);
  const { title, summary, text, type, budgetFen } = { ...matter, ...(kept?.content as Partial<MatterRow> | undefined) };
  return {
    number: matter.number,
    title,
    summary,
    text,
    type: type as PublicDisclosure['head']['type'],
    version,
    budgetFen,
  };
};

const readStages = async (db: Db, matter: MatterRow, version: number): Promise<PublicDisclosure['stages']> => {
  const rows = await listSessions(db, matter.communityId, matter.id);
  return rows
    .filter((row) => row.status === 'passed' && row.version === version)
    .sort(
      (a, b) =>
        meetingStageIds.indexOf(a.stageId as MeetingStageId) - meetingStageIds.indexOf(b.stageId as MeetingStageId),
    )
    .flatMap((row) => {
      const { stageId, bodyName, closedAt, secret, quorum, pass, outcome } = presentSession(row, [], () => []);
      return outcome === null || closedAt === null
        ? []
        : [{ stageId, bodyName, closedAt, secret, quorum, pass, outcome }];
    });
};

const readRecordHead = async (db: Db, { communityId, id }: MatterRow): Promise<PublicDisclosure['recordHead']> => {
  const { recordEntries: r } = db.t;
  const [last] = await db
    .select({ length: r.seq, hash: r.hash })
    .from(r)
    .where(and(eq(r.communityId, communityId), eq(r.matterId, id)))
    .orderBy(desc(r.seq))
    .limit(1);
  return last ?? { length: 0, hash: '' };
};

/** Everything a passer-by may read of a notice, masked; undefined when the token opens nothing. */
export const readPublicDisclosure = async (
  db: Db,
  token: string,
  publicUrl: string,
): Promise<PublicDisclosure | undefined> => {
  const found = await findPublished(db, token);
  const matter = found && (await findMatter(db, found.disclosure.communityId, found.disclosure.matterId));
  if (!found || !matter) return undefined;
  const { id, version } = found.disclosure;
  const parts = await readDisclosureParts(db, matter.communityId, matter.id);
  const disclosure = parts.disclosures.find((one) => one.id === id);
  if (!disclosure) return undefined;
  return {
    communityName: found.communityName,
    head: maskHead(await readHead(db, matter, version)),
    disclosure: maskNotice(disclosure),
    stages: await readStages(db, matter, version),
    objections: parts.objections.filter((one) => one.disclosureId === id).map(maskObjection),
    progress: parts.progress.map(maskProgress),
    spentFen: parts.spentFen,
    ratings: parts.ratings,
    recordHead: await readRecordHead(db, matter),
    sheetUrl: `${publicUrl}/sheets/${token}`,
    pageUrl: `${publicUrl}/p/${token}`,
  };
};

export const getPublicDisclosure = async ({
  db,
  params,
  deps,
}: QueryInput<typeof deliberationApi.getPublicDisclosure>): Promise<Result<PublicDisclosure>> => {
  const found = await readPublicDisclosure(db, params.token, deps.config.publicUrl);
  return found ? ok(found) : refuse('not-found');
};
