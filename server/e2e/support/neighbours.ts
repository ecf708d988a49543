import { communityApi } from '@bandeng/shared/community/api.ts';
import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MeetingStageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { privacyVersion as consent } from '@bandeng/shared/platform/privacy-consent.ts';
import type { DemoPart } from '../../src/demo/admit-visitors.ts';
import type { WechatStandIn } from '../../tests/platform/wechat-stand-in.ts';
import { call } from './call.ts';

export const communityId = 'fenglin';

interface Voter {
  readonly voterId: string;
  readonly name: string;
}

/** Who leads the meeting of each stage. */
const chairs: Readonly<Record<MeetingStageId, DemoPart>> = { propose: '支委', consult: '支委', review: '支委', resolve: '两委' };

/** The neighbours who do their part beside those that a test watches: each with an own account, over HTTP. */
export interface Neighbours {
  /** Access token of one of the demonstration accounts. */
  readonly tokenOf: (part: DemoPart) => Promise<string>;
  /** The phone number that the register has of a person. */
  readonly phoneOf: (voter: Voter) => Promise<string>;
  readonly findMatter: (title: string) => Promise<string>;
  /** Everybody on the roll who has not voted, but those named, votes yes. Returns how many did. */
  readonly letOthersVote: (sessionId: string, except?: readonly string[]) => Promise<number>;
  /** Holds the meeting of a stage from calling it to its count, all in favour. */
  readonly holdMeeting: (matterId: string, stageId: MeetingStageId) => Promise<void>;
}

export const meetNeighbours = (origin: string, wechat: WechatStandIn): Neighbours => {
  const tokens = new Map<string, Promise<string>>();
  const once = (name: string, make: () => Promise<string>): Promise<string> => {
    const token = tokens.get(name) ?? make();
    tokens.set(name, token);
    return token;
  };
  const enter = async (id: string) => (await call(origin, null, platformApi.demoLogin, { body: { id } })).accessToken;
  const accounts = call(origin, null, platformApi.demoAccounts);
  const tokenOf = (part: DemoPart) =>
    once(part, async () => {
      const found = (await accounts).items.find(({ role }) => role === part);
      if (found === undefined) throw new Error(`no demonstration account for ${part}`);
      return enter(found.id);
    });

  const phoneOf = async ({ voterId, name }: Voter): Promise<string> => {
    const params = { communityId };
    const found = await call(origin, await tokenOf('管理员'), communityApi.listResidents, { params, query: { search: name } });
    const phone = found.items.find(({ id }) => id === voterId)?.phone ?? null;
    if (phone === null) throw new Error(`the register has no phone number of ${name}`);
    return phone;
  };

  /** By WeChat and phone number, which binds the person of the register; those of the demonstration have an account already. */
  const signIn = async (voter: Voter): Promise<string> => {
    const known = (await accounts).items.find(({ name }) => name === voter.name);
    if (known !== undefined) return enter(known.id);
    const code = wechat.makeLoginCode(`openid-${voter.voterId}`);
    const { accessToken } = await call(origin, null, platformApi.wechatLogin, { body: { code, consent } });
    const number = wechat.makePhoneCode(await phoneOf(voter));
    await call(origin, accessToken, platformApi.bindPhone, { body: { code: number, consent } });
    return accessToken;
  };

  const letOthersVote = async (sessionId: string, except: readonly string[] = []): Promise<number> => {
    const params = { communityId, sessionId };
    const { roll } = await call(origin, await tokenOf('管理员'), deliberationApi.getSession, { params });
    const others = roll.filter(({ name, voted, excused }) => !voted && !excused && !except.includes(name));
    for (const voter of others) {
      const token = await once(voter.voterId, () => signIn(voter));
      await call(origin, token, deliberationApi.castBallot, { params, body: { choice: 'yes' } });
    }
    return others.length;
  };

  return {
    tokenOf,
    phoneOf,
    letOthersVote,
    findMatter: async (title) => {
      const input = { params: { communityId }, query: { search: title, show: 'all' as const } };
      const { items } = await call(origin, await tokenOf('管理员'), deliberationApi.listMatters, input);
      const found = items.find((row) => row.title === title);
      if (found === undefined) throw new Error(`no matter ${title}`);
      return found.id;
    },
    holdMeeting: async (matterId, stageId) => {
      const chair = await tokenOf(chairs[stageId]);
      const now = Date.now();
      const meeting = { question: '是否同意？', place: '', online: true, startsAt: now - 60_000, closesAt: now + 3_600_000 };
      const body = { ...meeting, fileIds: [], joint: false };
      const { id: sessionId } = await call(origin, chair, deliberationApi.conveneSession, { params: { communityId, matterId }, body });
      const params = { communityId, sessionId };
      await call(origin, chair, deliberationApi.openSession, { params });
      await letOthersVote(sessionId);
      await call(origin, chair, deliberationApi.closeSession, { params });
    },
  };
};
