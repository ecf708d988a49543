import { ok } from '@bandeng/shared/kernel/refusal.ts';
import type { Config } from '../config.ts';
import { idsBy, type Clock } from './clock.ts';
import { openContentCheck } from './content-check/open-content-check.ts';
import type { Deps } from './deps.ts';
import type { Engine } from './engine.ts';
import type { Members } from './http/actor.ts';
import type { Store } from './store/store.ts';
import { openSmsGateway } from './sms/sms-gateway.ts';
import { openWechat } from './wechat/client.ts';
import { openTokenShelf } from './wechat/token-shelf.ts';

/** Without a community engine nobody is a member of anything. */
const nobody: Members = {
  loadMember: async () => null,
  listMemberships: async () => [],
  onPhoneBound: async () => {},
  onAccountDeleted: async () => ok({ done: true }),
};

export interface Parts {
  readonly config: Config;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Deps['log'];
  readonly engines: readonly Engine[];
  readonly strictReplies?: boolean;
}

export const makeDeps = ({ config, store, clock, log, engines, strictReplies = false }: Parts): Deps => {
  const members = engines.map((engine) => engine.members).find((found) => found !== undefined) ?? nobody;
  const onError = (detail: object) => log.warn(detail, 'WeChat refused a call');
  const wechat = config.wechat && openWechat({ ...config.wechat, shelf: openTokenShelf(store, clock), onError });
  const sms = config.sms && openSmsGateway({ ...config.sms, clock });
  const contentCheck = openContentCheck({ config, store, clock, wechat });
  return { contentCheck, config, store, clock, newId: idsBy(clock), log, engines, members, wechat, sms, strictReplies };
};
