import { communityApi as api } from '@bandeng/shared/community/api.ts';
import { communityPolicy as policy } from '@bandeng/shared/community/policy.ts';
import { communitySchemas as schemas } from '@bandeng/shared/community/schemas.ts';
import type { Claim } from '@bandeng/shared/community/schemas.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import type { FastifyInstance } from 'fastify';
import type { CommandInput } from '../../platform/http/serve.ts';
import { serveCommand, serveQuery } from '../../platform/http/serve.ts';
import type { AccountAct } from '../act.ts';
import { findClaimable, listClaims, listMyClaims } from '../claims.ts';
import { communityExists, findCommunities } from '../communities.ts';
import { createClaim } from '../create-claim.ts';
import { decideClaim } from '../decide-claim.ts';
import { recordPhoneReads, type SeenPhone } from '../record-phone-reads.ts';
import { withdrawClaim } from '../withdraw-claim.ts';

const seenClaims = (claims: readonly Claim[]): SeenPhone[] =>
  claims.filter(({ phone }) => phone !== null).map(({ id }) => ({ kind: 'claim', id }));

const byAccount = (
  { tx, account, now, newId }: Pick<CommandInput<unknown>, 'tx' | 'account' | 'now' | 'newId'>,
  communityId: string,
): AccountAct => ({ tx, communityId, accountId: account.id, now, newId });

export const serveClaims = (app: FastifyInstance) => {
  serveQuery(app, api.findCommunities, schemas.findCommunities, policy.findCommunities, async ({ db, query }) =>
    ok({ communities: await findCommunities(db, query.search) }),
  );
  serveQuery(app, api.findClaimable, schemas.findClaimable, policy.findClaimable, async ({ db, params, query }) =>
    (await communityExists(db, params.communityId))
      ? ok({ dwellings: await findClaimable(db, params.communityId, query.search) })
      : refuse('not-found'),
  );
  serveCommand(app, api.createClaim, schemas.createClaim, policy.createClaim, async (input) =>
    createClaim(byAccount(input, input.params.communityId), input.body),
  );
  serveQuery(app, api.listMyClaims, schemas.listMyClaims, policy.listMyClaims, async ({ db, params, account }) =>
    ok({ claims: await listMyClaims(db, params.communityId, account.id) }),
  );
  serveCommand(app, api.withdrawClaim, schemas.withdrawClaim, policy.withdrawClaim, async (input) =>
    withdrawClaim(byAccount(input, input.params.communityId), input.params.claimId),
  );
  serveQuery(
    app,
    api.listClaims,
    schemas.listClaims,
    policy.listClaims,
    async ({ db, actor, query }) => ok(await listClaims(db, actor, query)),
    { afterwards: (input, { items }) => recordPhoneReads(input, 'claims', seenClaims(items)) },
  );
  serveCommand(app, api.decideClaim, schemas.decideClaim, policy.decideClaim, async (input) =>
    decideClaim(input, { claimId: input.params.claimId, ...input.body }),
  );
};
