import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { and, asc, eq, gt } from 'drizzle-orm';
import type { TestApp } from '../platform/test-app.ts';
import type { Villager } from '../disclosure/village.ts';
import type { TestGroup } from './seed-group.ts';

/**
 * What each person must see of a group, told from its messages and from what people said they had read, in the simplest
 * way: nothing here knows how the server counts.
 */
export class Reference {
  readonly #t: TestApp;
  readonly #g: TestGroup;
  /** How far each has read; of nobody who never came. */
  readonly #read = new Map<string, number>();
  #last = 0;

  constructor(t: TestApp, g: TestGroup, owner: Villager) {
    this.#t = t;
    this.#g = g;
    this.#read.set(g.v.residents[owner], 0);
  }

  #rows(after: number) {
    const { communityId, groupId } = this.#g.params;
    return this.#t.deps.store.read((db) => {
      const { messages: m } = db.t;
      return db
        .select({ seq: m.seq, authorId: m.authorId, state: m.state, mentions: m.mentions, mentionsAll: m.mentionsAll, body: m.body })
        .from(m)
        .where(and(eq(m.communityId, communityId), eq(m.groupId, groupId), gt(m.seq, after)))
        .orderBy(asc(m.seq));
    });
  }

  /** Takes in what was said since: whoever comes for the first time has nothing to catch up with; own words need no reading. */
  async follow(): Promise<void> {
    for (const { seq, authorId, body } of await this.#rows(this.#last)) {
      this.#last = seq;
      const { eventKind, eventAbout } = body;
      if (eventKind === 'joined' && eventAbout !== undefined && !this.#read.has(eventAbout)) this.#read.set(eventAbout, seq - 1);
      if (authorId !== null && this.#read.get(authorId) === seq - 1) this.#read.set(authorId, seq);
    }
  }

  /** Somebody who was in the group said so. */
  mark(residentId: string, seq: number): void {
    this.#read.set(residentId, Math.max(this.#read.get(residentId) ?? 0, Math.min(seq, this.#last)));
  }

  /** What differs between this and the lists of those who are in the group now. */
  async differences(people: readonly Villager[]): Promise<object[]> {
    await this.follow();
    const rows = await this.#rows(0);
    const found: object[] = [];
    for (const who of people) {
      const { communityId, groupId } = this.#g.params;
      const { items } = await this.#t.as(this.#g.v.by[who]).get(api.listGroups, { params: { communityId } });
      const row = items.find(({ id }) => id === groupId);
      if (row === undefined) continue;
      const id = this.#g.v.residents[who];
      const read = this.#read.get(id) ?? 0;
      const unread = rows.filter(({ seq }) => seq > read);
      const calls = unread.filter(
        ({ state, authorId, mentions, mentionsAll }) => state === 'shown' && (mentionsAll || (authorId !== id && mentions.includes(id))),
      );
      const wanted = { unread: unread.length, mentioned: calls.length > 0 };
      if (row.unread !== wanted.unread || row.mentioned !== wanted.mentioned) {
        found.push({ who, read, wanted, got: { unread: row.unread, mentioned: row.mentioned } });
      }
    }
    return found;
  }
}
