import type { Card } from '@bandeng/shared/chat/schemas.ts';
import type { CardKind } from '@bandeng/shared/chat/vocabulary.ts';
import type { FastifyInstance } from 'fastify';
import type { MediaChecked } from './content-check/content-check.ts';
import type { ChannelRule } from './realtime/channel-rule.ts';
import type { FileRule } from './files/file-rule.ts';
import type { Actor, Members } from './http/actor.ts';
import type { Deps } from './deps.ts';
import type { TimerHandler } from './jobs/timer-handler.ts';
import type { Db, Tx } from './store/store.ts';

/** Live state of what cards show; whatever the actor may not see is left out. */
export type CardReader = (db: Db, actor: Actor, ids: readonly string[], now: number) => Promise<Card[]>;

/** An event that WeChat pushes: `Event` names it. */
export type WechatEvent = Readonly<Record<string, unknown>>;

/** False: it is about something that is not known yet, and is handed over once more a moment later. */
export type WechatEventHandler = (tx: Tx, event: WechatEvent, deps: Deps & { readonly now: number }) => Promise<boolean>;

/** What one engine adds to the server. The community engine alone supplies `members`. */
export interface Engine {
  readonly name: string;
  /** Registers the routes with `serveQuery` and `serveCommand`. */
  serve(app: FastifyInstance): void;
  readonly members?: Members;
  /** Timer kind → what happens when it is due. */
  readonly timers?: Readonly<Record<string, TimerHandler>>;
  /** Kind of a file's owner → who may read it. */
  readonly files?: Readonly<Record<string, FileRule>>;
  /** Channel kind → who may listen. */
  readonly channels?: Readonly<Record<string, ChannelRule>>;
  /** Kinds of cards in conversations that this engine stands behind. */
  readonly cards?: Readonly<Partial<Record<CardKind, CardReader>>>;
  /** Owner kind of a checked picture or recording → what its answer does. */
  readonly mediaChecked?: Readonly<Record<string, MediaChecked>>;
  /** Name of an event that WeChat pushes → what it does, in a write of its own. */
  readonly wechatEvents?: Readonly<Record<string, WechatEventHandler>>;
  /** Work that goes on while the server runs, in every process. Stopping waits for what is under way. */
  readonly background?: (deps: Deps) => { stop(): Promise<void> };
}
