import type { Deps } from '../platform/deps.ts';
import { loadCast } from './cast.ts';
import { makeDirector } from './director.ts';
import { claimDwelling } from './life/claim-dwelling.ts';
import { handOn } from './life/hand-on.ts';
import { postCommitteeNotices, postLeaderNotices } from './life/post-notices.ts';
import { talkAboutWater } from './life/talk-about-water.ts';
import { talkInBuilding } from './life/talk-in-building.ts';

/** The last days before the demonstration is set up, as neighbours live them: they talk, and read what is posted. */
export const seedLife = async (deps: Deps, communityId: string): Promise<void> => {
  const cast = await deps.store.read((db) => loadCast(db, communityId));
  const director = makeDirector(deps, cast);
  await postCommitteeNotices(director);
  const { groupId, lampSeq } = await talkInBuilding(director);
  await handOn(director, groupId, lampSeq);
  await postLeaderNotices(director);
  await talkAboutWater(director, groupId);
  await director.until(director.present);
  const leader = cast.duties('building-leader').find((id) => cast.visitors.has(id));
  if (leader !== undefined) await claimDwelling(deps, communityId, leader);
};
