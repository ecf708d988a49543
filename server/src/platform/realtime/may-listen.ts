import { channelName, parseChannel } from '@bandeng/shared/platform/realtime.ts';
import type { Deps } from '../deps.ts';
import type { Actor } from '../http/actor.ts';

export interface MayListen {
  readonly allowed: ReadonlySet<string>;
  /** Wire names of the account's own channels, on which is heard that its rights have changed. */
  readonly own: readonly string[];
}

/** Which of these channels (wire names) an account may hear now. */
export const whichMayListen = ({ store, members, engines, clock }: Deps, accountId: string, names: readonly string[]): Promise<MayListen> =>
  store.read(async (db) => {
    const actors = new Map<string, Actor | null>();
    const allowed = new Set<string>();
    const now = clock();
    for (const name of names) {
      const channel = parseChannel(name);
      const rule = channel && engines.map((engine) => engine.channels?.[channel.kind]).find((found) => found !== undefined);
      if (!channel || !rule) continue;
      const { communityId, subjectId } = channel;
      const known = actors.get(communityId);
      const actor = known === undefined ? await members.loadMember(db, communityId, accountId, now) : known;
      actors.set(communityId, actor);
      if (actor !== null && (await rule(db, actor, subjectId, now))) allowed.add(name);
    }
    const own = [...actors].flatMap(([communityId, actor]) => (actor === null ? [] : channelName(communityId, 'me', actor.residentId)));
    return { allowed, own };
  });
