import type { CommunitySettings, RuleParameter } from '@bandeng/shared/community/schemas.ts';
import { fourTwo } from '@bandeng/shared/deliberation/workflows/four-two.ts';
import { listParameters } from '@bandeng/shared/deliberation/workflows/workflow.ts';
import { and, asc, eq, gte, lt } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';

export const loadSettings = async (db: Db, communityId: string): Promise<CommunitySettings> => {
  const { communities: c } = db.t;
  const [row] = await db
    .select({ name: c.name, oneHead: c.oneHead, rules: c.rules })
    .from(c)
    .where(eq(c.id, communityId));
  if (row === undefined) throw new Error('members of a community that is not there');
  return { name: row.name, oneHead: row.oneHead, rules: row.rules };
};

/** The parameters of 四议两公开 with the community's value and what the law leaves open. */
export const presentParameters = ({ rules }: CommunitySettings): RuleParameter[] =>
  listParameters(fourTwo).map(({ key, zh, en, minimum, maximum, basis, ...parameter }) => ({
    key,
    zh,
    en,
    value: rules[key] ?? parameter.default,
    minimum,
    maximum,
    law: basis.zh,
  }));

/** Days that the community itself added to the legal calendar, of one year. */
export const listCalendarDays = async (db: Db, communityId: string, year: number) => {
  const { calendarDays: d } = db.t;
  return db
    .select({ day: d.day, off: d.off, note: d.note })
    .from(d)
    .where(and(eq(d.communityId, communityId), gte(d.day, `${year}-`), lt(d.day, `${year + 1}-`)))
    .orderBy(asc(d.day));
};
