import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { and, eq, lte } from 'drizzle-orm';
import type { AddressInfo } from 'node:net';
import type { Villager } from '../disclosure/village.ts';
import { makeCommandId, type TestApp } from '../platform/test-app.ts';
import type { ChatClient, Line } from './chat-client.ts';
import type { TestGroup } from './seed-group.ts';

export interface World {
  readonly servers: readonly TestApp[];
  readonly g: TestGroup;
  readonly clients: readonly { readonly who: Villager; readonly client: ChatClient }[];
}

/** What may be answered when people do things at the same time. */
const expected = new Set([
  'not-found', 'message-gone', 'recall-too-late', 'group-follows-register', 'sending-too-fast', 'group-busy', 'mention-stranger', 'quote-missing',
  'already-decided', 'author-left', 'invitation-expired',
]);

const check = ({ code }: { code: string | undefined }) => {
  if (code !== undefined && !expected.has(code)) throw new Error(`refused with ${code}`);
};

export const lineTo = async (w: World, server: TestApp, who: Villager): Promise<Line> => {
  const { port } = server.app.server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, token: await server.tokenOf(w.g.v.by[who]) };
};

interface Doing {
  readonly w: World;
  readonly who: Villager;
  readonly client: ChatClient;
  readonly server: TestApp;
  readonly chance: () => number;
  readonly oneOf: <T>(list: readonly T[]) => T;
}

const say = async ({ w, who, client, server, chance, oneOf }: Doing) => {
  const { params, v } = w.g;
  const other = oneOf(w.clients).who;
  const quoted = chance() < 0.15 ? oneOf(client.shown)?.seq : undefined;
  const body = {
    kind: 'text',
    // Some words wait for whoever keeps order.
    text: chance() < 0.06 ? '网络赌博' : `${who} ${Math.floor(chance() * 1e6)}`,
    ...(chance() < 0.3 ? { mentions: [v.residents[other]] } : {}),
    ...(who === 'owner' && chance() < 0.15 ? { mentionsAll: true } : {}),
    ...(quoted === undefined ? {} : { quoteSeq: quoted }),
  } as const;
  const sent = { params, body, commandId: makeCommandId() };
  check(await server.as(v.by[who]).call(api.sendMessage, sent));
  // The answer was lost: the device sends again, perhaps to the other process.
  if (chance() < 0.3) check(await oneOf(w.servers).as(v.by[who]).call(api.sendMessage, sent));
};

const recall = async ({ w, who, client, server }: Doing) => {
  const mine = client.shown.filter(({ author, state }) => author?.id === client.residentId && state === 'shown').at(-1);
  if (mine) check(await server.as(w.g.v.by[who]).call(api.recallMessage, { params: { ...w.g.params, messageSeq: String(mine.seq) } }));
};

const remove = async ({ w, client, server, oneOf }: Doing) => {
  const shown = client.shown.filter(({ kind, state }) => kind !== 'event' && state === 'shown').slice(-12);
  if (shown.length === 0) return;
  const params = { ...w.g.params, messageSeq: String(oneOf(shown).seq) };
  check(await server.as(w.g.v.by.owner).call(api.deleteMessage, { params, body: { reason: '离题' } }));
};

const decide = async ({ w, server, chance }: Doing) => {
  const { communityId } = w.g.params;
  const keeper = server.as(w.g.v.by.owner);
  const [held] = (await keeper.get(api.listHeld, { params: { communityId }, query: {} })).items.filter(
    ({ author }) => author.id !== w.g.v.residents.owner,
  );
  const body = { release: chance() < 0.8, reason: '看过' };
  if (held) check(await keeper.call(api.decideHeld, { params: { communityId, heldId: held.id }, body }));
};

const leave = async ({ w, who, server, chance }: Doing) => {
  if (who === 'owner') return;
  const { params, v } = w.g;
  const out = { params: { ...params, residentId: v.residents[who] }, body: { reason: '歇一歇' } };
  if (chance() < 0.2) check(await server.as(v.by.owner).call(api.removeMember, out));
  else check(await server.as(v.by[who]).call(api.leaveGroup, { params }));
};

const join = async ({ w, who, server }: Doing) => {
  const { params, v } = w.g;
  // Somebody who was removed needs a later invitation.
  const { code } = await server.as(v.by.owner).post(api.createInvitation, { params, body: { days: 1 } });
  check(await server.as(v.by[who]).call(api.joinGroup, { params: { communityId: params.communityId, invitationCode: code } }));
};

/** Housekeeping: who is away for longer has to fetch afresh. */
const clear = ({ w, server }: Doing) => {
  const { communityId, groupId } = w.g.params;
  return server.deps.store.write(async (tx) => {
    const { channels: c, channelEvents: e } = tx.t;
    const channel = `group:${groupId}`;
    const [row] = await tx.select({ seq: c.lastSeq }).from(c).where(and(eq(c.communityId, communityId), eq(c.channel, channel)));
    await tx.delete(e).where(and(eq(e.communityId, communityId), eq(e.channel, channel), lte(e.seq, (row?.seq ?? 0) - 3)));
  });
};

const acts: readonly (readonly [weight: number, run: (doing: Doing) => unknown])[] = [
  [40, say],
  [10, recall],
  [6, remove],
  [4, decide],
  [7, leave],
  [10, join],
  [8, ({ client }) => client.drop()],
  [12, async ({ w, who, client, server }) => client.connect(await lineTo(w, server, who))],
  [3, clear],
];
const total = acts.reduce((sum, [weight]) => sum + weight, 0);

/** One thing that somebody does, chosen by chance. */
export const act = async (w: World, chance: () => number): Promise<void> => {
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const { who, client } = oneOf(w.clients);
  const doing = { w, who, client, server: oneOf(w.servers), chance, oneOf };
  let at = chance() * total;
  for (const [weight, run] of acts) {
    at -= weight;
    if (at < 0) return void (await run(doing));
  }
};
