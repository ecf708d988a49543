import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import type { Message, MessagePage } from '@bandeng/shared/chat/schemas.ts';
import { fillPath } from '@bandeng/shared/kernel/api.ts';
import { channelName, type ChannelEvent, type ServerFrame } from '@bandeng/shared/platform/realtime.ts';
import { WebSocket } from 'ws';

/** Where a client talks to, and as whom. */
export interface Line {
  readonly origin: string;
  readonly token: string;
}

/**
 * A device with one group open, over real HTTP and a real socket: it opens the group, hears what comes, and after an
 * interruption goes on from the last sequence it knows, or fetches afresh when told that it is too far behind.
 */
export class ChatClient {
  /** By sequence of the message. */
  readonly history = new Map<number, Message>();
  /** What must never happen: a gap, a double, an order that jumps. */
  readonly faults: string[] = [];
  /** Last event of the group's channel that was applied; null before the group was opened. */
  cursor: number | null = null;
  /** Told that it may no longer hear the group. */
  outside = false;
  refetched = 0;
  #socket: WebSocket | null = null;
  #work: Promise<void> = Promise.resolve();

  constructor(
    readonly params: { readonly communityId: string; readonly groupId: string },
    readonly residentId: string,
  ) {}

  get group(): string {
    return channelName(this.params.communityId, 'group', this.params.groupId);
  }
  get connected(): boolean {
    return this.#socket !== null;
  }
  /** The history as a screen would show it. */
  get shown(): Message[] {
    return [...this.history.values()].sort((a, b) => a.seq - b.seq);
  }

  /** Connects, after opening the group where that has not been done. Stays away when the group is not theirs. */
  async connect(line: Line): Promise<void> {
    this.drop();
    if (this.cursor === null && !(await this.fetchAll(line))) return;
    const socket = new WebSocket(`${line.origin.replace('http', 'ws')}/api/socket`, ['bandeng', line.token]);
    this.#socket = socket;
    socket.on('error', () => {});
    socket.on('close', () => {
      if (this.#socket === socket) this.#socket = null;
    });
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as ServerFrame;
      if (this.#socket === socket) this.#work = this.#work.then(() => this.#take(frame, line, socket)).catch((error: unknown) => this.#fail(error, socket));
    });
    await new Promise<void>((resolve) => socket.once('open', resolve).once('close', resolve));
    const me = channelName(this.params.communityId, 'me', this.residentId);
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ subscribe: { [this.group]: this.cursor ?? 0, [me]: 0 } }));
  }

  /** As a tunnel does: what is under way is lost. */
  drop(): void {
    this.#socket?.terminate();
    this.#socket = null;
  }

  /** Everything, page by page. False when the group is not theirs. */
  async fetchAll(line: Line): Promise<boolean> {
    const headers = { authorization: `Bearer ${line.token}` };
    const get = async (path: string) => {
      for (;;) {
        const answer = await fetch(line.origin + path, { headers });
        if (answer.status === 200 || answer.status === 404) return answer;
        if (answer.status !== 503) throw new Error(`the group was answered ${answer.status}: ${await answer.text()}`);
        // Overloaded, as a server is that has just begun: every device comes again.
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    };
    /** Left meanwhile, perhaps between two pages: what is known is of no use when one comes back. */
    const shut = () => {
      this.outside = true;
      this.cursor = null;
      return false;
    };
    const opened = await get(fillPath(api.openGroup.path, this.params));
    if (opened.status === 404) return shut();
    const { group } = (await opened.json()) as { group: { cursor: number } };
    const fresh: Message[] = [];
    for (let more = true; more; ) {
      const answer = await get(`${fillPath(api.listMessages.path, this.params)}?after=${fresh.at(-1)?.seq ?? 0}`);
      if (answer.status === 404) return shut();
      const page = (await answer.json()) as MessagePage;
      fresh.push(...page.items);
      more = page.hasAfter;
    }
    this.history.clear();
    for (const message of fresh) this.history.set(message.seq, message);
    this.cursor = group.cursor;
    this.outside = false;
    this.refetched += 1;
    return true;
  }

  #fail(error: unknown, socket: WebSocket): void {
    if (this.#socket === socket) this.faults.push(String(error));
  }

  async #take(frame: ServerFrame, line: Line, socket: WebSocket): Promise<void> {
    for (const item of frame) {
      if (this.#socket !== socket) return;
      if (!('channel' in item) || item.channel !== this.group) continue;
      if ('data' in item) this.#apply(item);
      else if ('refused' in item) this.outside = true;
      // What comes while the page is fetched waits in line, and what the page already holds is passed over.
      else if ('tooFar' in item) await this.fetchAll(line);
    }
  }

  /** What quotes a message shows no more of it than the message itself. */
  #requote({ seq, state }: Message): void {
    for (const [at, one] of this.history) {
      if (one.quote?.seq === seq) this.history.set(at, { ...one, quote: { ...one.quote, state, excerpt: '' } });
    }
  }

  #apply({ seq, type, data }: ChannelEvent): void {
    const { cursor } = this;
    // Left while fetching afresh: without a page there is nothing to apply it to.
    if (cursor === null) return;
    // Only after a fetch may the socket still hold what the page has shown.
    if (seq <= cursor && this.refetched > 1) return;
    if (seq !== cursor + 1) this.faults.push(`event ${seq} came after ${cursor}`);
    this.cursor = seq;
    if (type !== 'message-posted' && type !== 'message-changed') return;
    const message = data as Message;
    this.history.set(message.seq, message);
    if (message.state !== 'shown') this.#requote(message);
  }
}
