import type { Notice } from '@bandeng/shared/platform/realtime.ts';
import type { WebSocket } from '@fastify/websocket';
import type { Socket } from 'node:net';
import type { Deps } from '../deps.ts';
import { describeBug } from '../http/answer-errors.ts';
import type { Account } from '../http/actor.ts';
import { checkSignIn } from '../http/authenticate.ts';
import type { Crowd } from './crowd.ts';
import { frameOf, type Frame } from './frame.ts';
import type { Hub, Listener, Peer } from './hub.ts';
import { whichMayListen } from './may-listen.ts';
import { readClientFrame } from './read-client-frame.ts';

const maxChannels = 200;
/** How each reason to close reads as a close code; `4401` asks for another token. */
const closeCodes: Readonly<Record<Closing, number>> = {
  expired: 4401,
  revoked: 4401,
  'not-signed-in': 4401,
  replaced: 4409,
  'shutting-down': 1001,
};
/** Frames that wait to be read at most: whoever sends faster than they are answered is let go. */
const maxWaiting = 200;

type Closing = Extract<Notice, { closing: string }>['closing'];

/** What all sessions of a server share: each of them holds as little as it can, for there are tens of thousands. */
export interface Switchboard {
  readonly deps: Deps;
  readonly hub: Hub;
  readonly sessions: Set<Session>;
  readonly crowd: Crowd;
}

/** One connected device. */
export class Session implements Peer {
  readonly #board: Switchboard;
  readonly #socket: WebSocket;
  /** The connection below the socket: a frame made once is written to it as it is. */
  readonly #line: Socket;
  readonly #account: Account;
  readonly #expiresAt: number;
  #listeners: Listener[] = [];
  /** Own channels (wire names) on which a change of rights is heard, one for each community. */
  #watched: string[] = [];
  #alive = true;
  #reviewAsked = false;
  #waiting = 0;
  // One frame after another: a later unsubscribe must not overtake an earlier subscribe.
  #work: Promise<void> = Promise.resolve();

  constructor(board: Switchboard, socket: WebSocket, line: Socket, account: Account, expiresAt: number) {
    this.#board = board;
    this.#socket = socket;
    this.#line = line;
    this.#account = account;
    this.#expiresAt = expiresAt;
    board.sessions.add(this);
    board.crowd.admit(account.id, this);
    this.#next(() => this.#end());
  }

  send({ wire }: Frame): void {
    // Without compression and with nothing queued above the connection, this keeps the order of what the socket sends itself.
    if (this.#socket.readyState === this.#socket.OPEN) this.#line.write(wire);
  }

  buffered(): number {
    return this.#line.writableLength;
  }

  reviewRights(): void {
    if (this.#reviewAsked) return;
    this.#reviewAsked = true;
    this.#next(() => {
      this.#reviewAsked = false;
      return this.#review();
    });
  }

  close(why: Closing): void {
    this.#say({ closing: why });
    this.#socket.close(closeCodes[why]);
  }

  take(text: string): void {
    if (this.#waiting >= maxWaiting) return this.#socket.terminate();
    this.#waiting += 1;
    this.#next(() => {
      this.#waiting -= 1;
      return this.#take(text);
    });
  }

  pong(): void {
    this.#alive = true;
  }

  ended(): void {
    this.#board.sessions.delete(this);
    this.#board.crowd.dismiss(this.#account.id, this);
    for (const own of this.#watched.splice(0)) this.#board.hub.rights.unwatch(this, own);
    for (const listener of this.#listeners.splice(0)) this.#board.hub.unsubscribe(listener);
  }

  /** Drops a dead connection, a sign-in that ended, and channels that may no longer be heard. */
  async beat(): Promise<void> {
    if (!this.#alive) return this.#socket.terminate();
    this.#alive = false;
    this.#socket.ping();
    if (await this.#end()) return;
    // In its turn: a channel that is asked for meanwhile must not be judged by rights that were read before.
    this.reviewRights();
    await this.#work;
  }

  #next(work: () => Promise<unknown>): void {
    this.#work = this.#work
      .then(async () => {
        if (this.#socket.readyState === this.#socket.OPEN) await work();
      })
      .catch((error: unknown) => {
        this.#board.deps.log.error(describeBug(error), 'a socket met a bug');
        this.#socket.close(1011);
      });
  }

  #say(notice: Notice): void {
    this.send(frameOf([notice]));
  }

  #leave(name: string): void {
    const at = this.#listeners.findIndex(({ channel }) => channel === name);
    const [listener] = at < 0 ? [] : this.#listeners.splice(at, 1);
    if (listener) this.#board.hub.unsubscribe(listener);
  }

  /** Closes when the sign-in is over; says whether it was. */
  async #end(): Promise<boolean> {
    const { store, clock, config } = this.#board.deps;
    const problem =
      this.#expiresAt <= clock() ? 'token-expired' : (await store.read((db) => checkSignIn(db, this.#account.signInId, config.demo, clock()))).problem;
    if (problem === null) return false;
    this.close(problem === 'token-expired' ? 'expired' : 'revoked');
    return true;
  }

  async #review(): Promise<void> {
    const names = this.#listeners.map(({ channel }) => channel);
    const { allowed } = await this.#rights(names);
    for (const name of names) {
      if (allowed.has(name)) continue;
      this.#leave(name);
      this.#say({ channel: name, refused: 'not-found' });
    }
  }

  async #take(text: string): Promise<void> {
    const frame = readClientFrame(text);
    if (frame === null) return this.#say({ channel: '', refused: 'bad-request' });
    for (const name of frame.unsubscribe) this.#leave(name);
    const wanted = Object.entries(frame.subscribe);
    if (wanted.length === 0) return;
    const heard = new Set(this.#listeners.map(({ channel }) => channel));
    let room = maxChannels - heard.size;
    const names = new Set(wanted.flatMap(([name]) => (heard.has(name) || room-- > 0 ? name : [])));
    const { allowed, stale } = await this.#rights([...names]);
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    for (const [name, lastSeq] of wanted) {
      if (allowed.has(name)) {
        this.#leave(name);
        this.#listeners.push(this.#board.hub.subscribe(this, name, lastSeq));
      } else this.#say({ channel: name, refused: names.has(name) ? 'not-found' : 'bad-request' });
    }
    if (stale) await this.#review();
  }

  /** What may be heard of these channels; from now on a change of it is heard. `stale`: it may have changed since it was read. */
  async #rights(names: readonly string[]): Promise<{ readonly allowed: ReadonlySet<string>; readonly stale: boolean }> {
    const { deps, hub } = this.#board;
    const before = hub.rights.heard();
    const { allowed, own } = await whichMayListen(deps, this.#account.id, names);
    for (const name of this.#socket.readyState === this.#socket.OPEN ? own : []) {
      if (this.#watched.includes(name)) continue;
      this.#watched.push(name);
      hub.rights.watch(this, name);
    }
    return { allowed, stale: hub.rights.heard() !== before };
  }
}
