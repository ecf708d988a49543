import type { FastifyInstance } from 'fastify';
import type { ChannelRule } from './realtime/channel-rule.ts';
import type { FileRule } from './files/file-rule.ts';
import type { Members } from './http/actor.ts';
import type { TimerHandler } from './jobs/timer-handler.ts';

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
}
