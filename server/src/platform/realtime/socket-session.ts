import { parseChannel, type ClientFrame, type Notice } from '@bandeng/shared/platform/realtime.ts';
import type { WebSocket } from '@fastify/websocket';
import type { Deps } from '../deps.ts';
import { describeBug } from '../http/answer-errors.ts';
import type { Account } from '../http/actor.ts';
import { signInProblem } from '../http/authenticate.ts';
import { frameOf, type Hub, type Listener, type Peer } from './hub.ts';

export interface Session {
  /** Drops a dead connection, a sign-in that ended, and channels that may no longer be heard. */
  beat(): Promise<void>;
  close(why: Extract<Notice, { closing: string }>['closing']): void;
}

const maxChannels = 200;

const readFrame = (text: string): ClientFrame | null => {
  try {
    const frame = JSON.parse(text) as ClientFrame | null;
    if (typeof frame !== 'object' || frame === null) return null;
    const { subscribe = {}, unsubscribe = [] } = frame;
    const seqs: unknown[] = typeof subscribe === 'object' && subscribe !== null ? Object.values(subscribe) : [null];
    const good = seqs.every((seq) => Number.isSafeInteger(seq) && (seq as number) >= 0);
    return good && Array.isArray(unsubscribe) ? { subscribe, unsubscribe } : null;
  } catch {
    return null;
  }
};

/** One connected device. */
export const openSession = (deps: Deps, hub: Hub, socket: WebSocket, account: Account, expiresAt: number): Session => {
  const { store, clock, members, engines, log } = deps;
  const listeners = new Map<string, Listener>();
  let alive = true;

  const peer: Peer = { send: (frame) => socket.send(frame, { binary: false }), buffered: () => socket.bufferedAmount };
  const say = (notice: Notice) => peer.send(frameOf([notice]));
  const close: Session['close'] = (why) => {
    say({ closing: why });
    socket.close(why === 'shutting-down' ? 1001 : 4401);
  };
  const leave = (name: string) => {
    const listener = listeners.get(name);
    if (listener) hub.unsubscribe(listener);
    listeners.delete(name);
  };

  const mayListen = async (name: string): Promise<boolean> => {
    const channel = parseChannel(name);
    if (channel === null) return false;
    const rule = engines.map((engine) => engine.channels?.[channel.kind]).find((found) => found !== undefined);
    if (rule === undefined) return false;
    return store.read(async (db) => {
      const actor = await members.loadMember(db, channel.communityId, account.id, clock());
      return actor !== null && rule(db, actor, channel.subjectId, clock());
    });
  };

  const endedWhy = async () => {
    if (expiresAt <= clock()) return 'expired' as const;
    const problem = await store.read((db) => signInProblem(db, account.signInId, deps.config.demo, clock()));
    return problem === null ? null : problem === 'token-expired' ? ('expired' as const) : ('revoked' as const);
  };

  const join = async (name: string, lastSeq: number) => {
    if (listeners.size >= maxChannels) return say({ channel: name, refused: 'bad-request' });
    if (!(await mayListen(name))) return say({ channel: name, refused: 'not-found' });
    if (socket.readyState !== socket.OPEN) return;
    leave(name);
    listeners.set(name, hub.subscribe(peer, name, lastSeq));
  };

  // One frame after another: a later unsubscribe must not overtake an earlier subscribe.
  let work: Promise<void> = endedWhy().then((why) => (why === null ? undefined : close(why)));
  const take = async (text: string) => {
    const frame = readFrame(text);
    if (frame === null) return say({ channel: '', refused: 'bad-request' });
    for (const name of frame.unsubscribe ?? []) leave(String(name));
    for (const [name, lastSeq] of Object.entries(frame.subscribe ?? {})) await join(name, lastSeq);
  };
  const report = (error: unknown) => {
    log.error(describeBug(error), 'a socket met a bug');
    socket.close(1011);
  };
  work = work.catch(report);

  socket.on('message', (data: Buffer) => {
    work = work.then(() => (socket.readyState === socket.OPEN ? take(data.toString()) : undefined)).catch(report);
  });
  socket.on('pong', () => (alive = true));
  // A broken frame or connection: 'close' follows.
  socket.on('error', () => (alive = false));
  socket.on('close', () => {
    for (const name of [...listeners.keys()]) leave(name);
  });

  return {
    close,
    beat: async () => {
      if (!alive) return socket.terminate();
      alive = false;
      socket.ping();
      const why = await endedWhy();
      if (why !== null) return close(why);
      for (const name of [...listeners.keys()]) {
        if (await mayListen(name)) continue;
        leave(name);
        say({ channel: name, refused: 'not-found' });
      }
    },
  };
};
