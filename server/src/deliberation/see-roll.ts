import { servesStage } from '@bandeng/shared/deliberation/who.ts';
import type { Actor } from '../platform/http/actor.ts';

/**
 * Whose names a member may read in a meeting. The roll of the party members' meeting tells who is a member, which is
 * sensitive personal data [个人信息保护法 art. 28]: only its own voters, those who serve it and the supervisors read it.
 */
export const maySeeRoll = (actor: Actor, stageId: string, onRoll: boolean): boolean =>
  stageId !== 'review' ||
  onRoll ||
  actor.roles.includes('party-member') ||
  actor.roles.includes('supervisor') ||
  servesStage(actor, stageId);
