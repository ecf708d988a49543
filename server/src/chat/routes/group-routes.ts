import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { chatPolicy as policy } from '@bandeng/shared/chat/policy.ts';
import { chatSchemas as schemas } from '@bandeng/shared/chat/schemas.ts';
import type { FastifyInstance } from 'fastify';
import { serveCommand, serveQuery } from '../../platform/http/serve.ts';
import { checkGroupName } from '../check-group-name.ts';
import { createGroup } from '../create-group.ts';
import { dissolveGroup } from '../dissolve-group.ts';
import { listGroups } from '../list-groups.ts';
import { groupScope } from '../load-group.ts';
import { openGroup } from '../open-group.ts';
import { setMyGroup } from '../set-my-group.ts';
import { updateGroup } from '../update-group.ts';

/** Writes in a group serialise on the group: others of the community do not wait for them. */
export const onGroup = {
  lock: ({ communityId, groupId }: { communityId: string; groupId: string }) => groupScope(communityId, groupId),
};

const named = { before: checkGroupName };

export const serveGroups = (app: FastifyInstance): void => {
  serveQuery(app, api.listGroups, schemas.listGroups, policy.listGroups, listGroups);
  serveQuery(app, api.openGroup, schemas.openGroup, policy.openGroup, openGroup);
  serveCommand(app, api.createGroup, schemas.createGroup, policy.createGroup, createGroup, named);
  serveCommand(app, api.updateGroup, schemas.updateGroup, policy.updateGroup, updateGroup, { ...onGroup, ...named });
  serveCommand(app, api.setMyGroup, schemas.setMyGroup, policy.setMyGroup, setMyGroup, onGroup);
  serveCommand(app, api.dissolveGroup, schemas.dissolveGroup, policy.dissolveGroup, dissolveGroup, onGroup);
};
