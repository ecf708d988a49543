import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { standingChanged } from '../../src/community/standing-changed.ts';
import type { TestApp } from '../platform/test-app.ts';

/** Sequences that every group of the world that is talked in has; the same in all of them, so that they identify nothing. */
export const messageSeqs = ['1', '2', '3', '4', '5'] as const;

export interface Talkers {
  readonly communityId: string;
  /** Accounts. */
  readonly almighty: string;
  readonly resident: string;
  readonly committee: string;
  /** An uploaded picture of the almighty, attached to nothing. */
  readonly picture: string;
}

/** Groups of the register and a free one, with messages of every fate: held, reported, deleted and appealed, handed on. */
export const playChat = async (t: TestApp, { communityId, almighty, resident, committee, picture }: Talkers): Promise<void> => {
  await t.deps.store.write((tx) => standingChanged(tx, communityId, null, t.time.now()));
  await t.runTimers();
  const params = { communityId };
  const { id: groupId } = await t.as(almighty).post(api.createGroup, { params, body: { name: '种菜群' } });
  const group = { communityId, groupId };
  const invite = () => t.as(almighty).post(api.createInvitation, { params: group, body: { days: 30 } });
  const { code } = await invite();
  await t.as(resident).post(api.joinGroup, { params: { communityId, invitationCode: code } });
  await invite();
  const send = async (who: string, text: string) => {
    t.time.advance(2_000);
    return t.as(who).post(api.sendMessage, { params: group, body: { kind: 'text', text } });
  };
  const seqOf = async (who: string, text: string) => (await send(who, text)).message?.seq ?? 0;
  const offered = await seqOf(almighty, '有多的豆角秧，要的来拿');
  await t.as(almighty).post(api.sendMessage, { params: group, body: { kind: 'image', fileId: picture } });
  const wrong = await seqOf(resident, '物业偷电');
  const at = (seq: number) => ({ ...group, messageSeq: String(seq) });
  await t.as(committee).post(api.deleteMessage, { params: at(wrong), body: { reason: '未经证实' } });
  await t.as(resident).post(api.appealDeletion, { params: at(wrong), body: { text: '我有照片' } });
  await t.as(resident).post(api.reportMessage, { params: at(offered), body: { reason: 'advertising', note: '' } });
  await send(resident, '网络赌博害人');
  await send(almighty, '洗钱的别来');
  const about = { title: '楼顶能不能种菜', text: '大家都想种', groupId, seqs: [offered, offered + 1] };
  await t.as(resident).post(api.createIntake, { params, body: { kind: 'topic', ...about } });
  await t.as(almighty).post(api.createIntake, { params, body: { kind: 'case', title: '水管漏水', text: '三号楼后面' } });
};
