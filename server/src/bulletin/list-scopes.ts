import type { NoticeScope } from '@bandeng/shared/bulletin/schemas.ts';
import { writingRight } from '@bandeng/shared/bulletin/scope.ts';
import type { BodyKind } from '@bandeng/shared/community/vocabulary.ts';
import { asc, eq } from 'drizzle-orm';
import { listAreas } from '../community/areas.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';

const listBodies = async (db: Db, communityId: string) => {
  const { bodies: b } = db.t;
  const rows = await db
    .select({ id: b.id, kind: b.kind, name: b.name })
    .from(b)
    .where(eq(b.communityId, communityId))
    .orderBy(asc(b.id));
  return rows.map(({ id, kind, name }) => ({ id, kind: kind as BodyKind, name }));
};

/** Areas, parents before children and siblings as people count, and bodies that somebody may write to. */
export const listScopes = async (db: Db, { communityId, grants }: Actor): Promise<NoticeScope> => {
  const areas = await listAreas(db, communityId);
  const right = writingRight(grants, areas);
  const mine = right === 'everywhere' ? areas : areas.filter(({ id }) => right.has(id));
  return {
    areas: mine.map(({ id, kind, name }) => ({ id, kind, name })),
    bodies: right === 'everywhere' ? await listBodies(db, communityId) : [],
  };
};
