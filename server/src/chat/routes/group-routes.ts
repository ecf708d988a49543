import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { chatPolicy as policy } from '@bandeng/shared/chat/policy.ts';
import { chatSchemas as schemas } from '@bandeng/shared/chat/schemas.ts';
import type { FastifyInstance } from 'fastify';
import { serveCommand } from '../../platform/http/serve.ts';
import { groupScope } from '../load-group.ts';
import { setMyGroup } from '../set-my-group.ts';

/** Writes in a group serialise on the group: others of the community do not wait for them. */
export const onGroup = {
  lock: ({ communityId, groupId }: { communityId: string; groupId: string }) => groupScope(communityId, groupId),
};

export const serveGroups = (app: FastifyInstance): void => {
  serveCommand(app, api.setMyGroup, schemas.setMyGroup, policy.setMyGroup, setMyGroup, onGroup);
};
