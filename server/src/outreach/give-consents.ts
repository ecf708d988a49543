import type { outreachApi } from '@bandeng/shared/outreach/api.ts';
import type { Outreach } from '@bandeng/shared/outreach/schemas.ts';
import type { Body } from '@bandeng/shared/kernel/api.ts';
import { ok, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Act } from '../community/act.ts';
import type { Deps } from '../platform/deps.ts';
import { addConsent } from './consents.ts';
import { getOutreach } from './get-outreach.ts';

/**
 * Counts what the person just agreed to, one message of each kind. A refused question takes nothing back: consents that
 * were given before stay good until WeChat says otherwise. Kinds that this server does not send are not counted.
 */
export const giveConsents = async (
  { tx, actor, now, deps }: Act & { readonly deps: Deps },
  { accepted }: Body<typeof outreachApi.giveConsents>,
): Promise<Result<Outreach>> => {
  for (const template of accepted) {
    if (deps.wechat === null || deps.config.templates[template] === null) continue;
    await addConsent(tx, actor.accountId, template, { from: 'app' }, now);
  }
  return ok(await getOutreach(tx, deps, actor));
};
