import type { DutyKind } from '@bandeng/shared/community/vocabulary.ts';
import { and, asc, eq } from 'drizzle-orm';
import type { TestApp } from '../platform/test-app.ts';
import type { Village } from '../disclosure/village.ts';
import type { TestGroup } from './seed-group.ts';

/** Somebody with a duty for an area and no dwelling; gives the account. */
export const addDuty = async (t: TestApp, v: Village, kind: DutyKind, areaId: string | null): Promise<string> => {
  const accountId = await t.addAccount({ name: kind });
  const { communityId } = v.c;
  const residentId = t.deps.newId();
  await t.deps.store.write(async (tx) => {
    const blank = { alias: '', phone: null, partyMember: false, birthDay: null, createdAt: 0 };
    await tx.insert(tx.t.residents).values({ communityId, id: residentId, accountId, name: kind, ...blank });
    const term = { from: '2024-01-01', until: null, endReason: '' };
    await tx.insert(tx.t.duties).values({ communityId, id: t.deps.newId(), kind, residentId, areaId, ...term });
  });
  return accountId;
};

/** Makes the group one that follows an area, as far as order in it is concerned. */
export const followArea = (t: TestApp, g: TestGroup, areaId: string, areaKind: string): Promise<unknown> =>
  t.deps.store.write((tx) => {
    const { groups } = tx.t;
    return tx
      .update(groups)
      .set({ kind: 'area', subjectId: areaId, areaKind })
      .where(and(eq(groups.communityId, g.v.c.communityId), eq(groups.id, g.groupId)));
  });

/** What somebody's own channel keeps of one type. */
export const toldOf = (t: TestApp, v: Village, residentId: string, type: string): Promise<object[]> =>
  t.deps.store.read(async (db) => {
    const { channelEvents: e } = db.t;
    const rows = await db
      .select({ data: e.data })
      .from(e)
      .where(and(eq(e.communityId, v.c.communityId), eq(e.channel, `me:${residentId}`), eq(e.type, type)))
      .orderBy(asc(e.seq));
    return rows.map(({ data }) => data);
  });
