import type { Config } from '../config.ts';
import type { Clock } from './clock.ts';
import type { ContentCheck } from './content-check/content-check.ts';
import type { Engine } from './engine.ts';
import type { Members } from './http/actor.ts';
import type { Log } from './log.ts';
import type { SmsSender } from './sms/sms.ts';
import type { Store } from './store/store.ts';
import type { WechatClient } from './wechat/client.ts';

/** Everything that commands, queries and jobs may reach besides their transaction. */
export interface Deps {
  readonly config: Config;
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
  readonly engines: readonly Engine[];
  readonly members: Members;
  readonly wechat: WechatClient | null;
  readonly sms: SmsSender | null;
  readonly contentCheck: ContentCheck;
  /** Refuses to send a reply that does not match its schema. On in tests: serialisation alone would hide it. */
  readonly strictReplies: boolean;
}

declare module 'fastify' {
  interface FastifyInstance {
    deps: Deps;
  }
}
