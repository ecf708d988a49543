import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { chatPolicy as policy } from '@bandeng/shared/chat/policy.ts';
import { chatSchemas as schemas } from '@bandeng/shared/chat/schemas.ts';
import type { FastifyInstance } from 'fastify';
import { serveCommand, serveQuery } from '../../platform/http/serve.ts';
import { createInvitation } from '../create-invitation.ts';
import { getInvitation } from '../get-invitation.ts';
import { joinGroup } from '../join-group.ts';
import { leaveGroup } from '../leave-group.ts';
import { listMembers } from '../list-members.ts';
import { removeMember } from '../remove-member.ts';
import { setMemberRole } from '../set-member-role.ts';
import { onGroup } from './group-routes.ts';

export const serveMembers = (app: FastifyInstance): void => {
  serveQuery(app, api.listMembers, schemas.listMembers, policy.listMembers, listMembers);
  serveCommand(app, api.createInvitation, schemas.createInvitation, policy.createInvitation, createInvitation, onGroup);
  serveQuery(app, api.getInvitation, schemas.getInvitation, policy.getInvitation, getInvitation);
  serveCommand(app, api.joinGroup, schemas.joinGroup, policy.joinGroup, joinGroup);
  serveCommand(app, api.leaveGroup, schemas.leaveGroup, policy.leaveGroup, leaveGroup, onGroup);
  serveCommand(app, api.setMemberRole, schemas.setMemberRole, policy.setMemberRole, setMemberRole, onGroup);
  serveCommand(app, api.removeMember, schemas.removeMember, policy.removeMember, removeMember, onGroup);
};
