import type { Notice } from '@bandeng/shared/platform/realtime.ts';
import type { WebSocket } from '@fastify/websocket';
import type { Socket } from 'node:net';
import type { Deps } from '../deps.ts';
import { describeBug } from '../http/answer-errors.ts';
import type { Account } from '../http/actor.ts';
import { signInProblem } from '../http/authenticate.ts';
import { frameOf, type Frame } from './frame.ts';
import type { Hub, Listener, Peer } from './hub.ts';
import { whichMayListen } from './may-listen.ts';
import { readClientFrame } from './read-client-frame.ts';

const maxChannels = 200;

/** What all sessions of a server share: each of them holds as little as it can, for there are tens of thousands. */
export interface Switchboard {
  readonly deps: Deps;
  readonly hub: Hub;
  readonly sessions: Set<Session>;
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
  #alive = true;
  // One frame after another: a later unsubscribe must not overtake an earlier subscribe.
  #work: Promise<void> = Promise.resolve();

  constructor(board: Switchboard, socket: WebSocket, line: Socket, account: Account, expiresAt: number) {
    this.#board = board;
    this.#socket = socket;
    this.#line = line;
    this.#account = account;
    this.#expiresAt = expiresAt;
    board.sessions.add(this);
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
    this.#next(() => this.#review());
  }

  close(why: Extract<Notice, { closing: string }>['closing']): void {
    this.#say({ closing: why });
    this.#socket.close(why === 'shutting-down' ? 1001 : 4401);
  }

  take(text: string): void {
    this.#next(() => this.#take(text));
  }

  pong(): void {
    this.#alive = true;
  }

  ended(): void {
    this.#board.sessions.delete(this);
    for (const listener of this.#listeners.splice(0)) this.#board.hub.unsubscribe(listener);
  }

  /** Drops a dead connection, a sign-in that ended, and channels that may no longer be heard. */
  async beat(): Promise<void> {
    if (!this.#alive) return this.#socket.terminate();
    this.#alive = false;
    this.#socket.ping();
    if (!(await this.#end())) await this.#review();
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
      this.#expiresAt <= clock() ? 'token-expired' : await store.read((db) => signInProblem(db, this.#account.signInId, config.demo, clock()));
    if (problem === null) return false;
    this.close(problem === 'token-expired' ? 'expired' : 'revoked');
    return true;
  }

  async #review(): Promise<void> {
    const names = this.#listeners.map(({ channel }) => channel);
    const allowed = await whichMayListen(this.#board.deps, this.#account.id, names);
    for (const name of names) {
      if (allowed.has(name)) continue;
      this.#leave(name);
      this.#say({ channel: name, refused: 'not-found' });
    }
  }

  async #take(text: string): Promise<void> {
    const frame = readClientFrame(text);
    if (frame === null) return this.#say({ channel: '', refused: 'bad-request' });
    for (const name of frame.unsubscribe) this.#leave(String(name));
    const wanted = Object.entries(frame.subscribe);
    if (wanted.length === 0) return;
    const room = maxChannels - this.#listeners.length;
    const names = wanted.slice(0, room).map(([name]) => name);
    const allowed = await whichMayListen(this.#board.deps, this.#account.id, names);
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    wanted.forEach(([name, lastSeq], i) => {
      if (i >= room) return this.#say({ channel: name, refused: 'bad-request' });
      if (!allowed.has(name)) return this.#say({ channel: name, refused: 'not-found' });
      this.#leave(name);
      this.#listeners.push(this.#board.hub.subscribe(this, name, lastSeq));
    });
  }
}
