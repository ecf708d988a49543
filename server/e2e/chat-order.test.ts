import { describe, expect, it } from 'vitest';
import { settle } from './support/reader.ts';
import { setStage } from './support/set-stage.ts';
import { bubbleOf, choose, conversation, enter, findBuildingGroup, say } from './support/talk.ts';

describe('a group keeps order, and takes new neighbours in', () => {
  const stage = setStage();

  it('a deleted message comes back after an appeal that somebody else decides', async () => {
    const groupId = await findBuildingGroup(stage);
    const [resident, leader] = [await enter(stage, '居民', conversation(groupId)), await enter(stage, '楼栋长', conversation(groupId))];
    await say(resident.page, '记一：物业费这件事我有意见');
    await choose(leader.page, bubbleOf(leader.page, '记一：物业费这件事我有意见'), '删除');
    await leader.page.getByRole('textbox', { name: /删除理由/ }).fill('误以为是广告');
    await leader.page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click();
    await resident.page.getByText('您的一条消息已被管理员删除').waitFor();
    await leader.page.getByText('记一：物业费这件事我有意见').first().waitFor({ state: 'detached' });
    await resident.page.getByRole('link', { name: '申诉' }).click();
    await resident.page.getByRole('textbox', { name: '申诉理由' }).fill('不是广告，是意见');
    await resident.page.getByRole('button', { name: '提交申诉' }).click();
    await resident.page.getByText('已提交，请等待复核').waitFor();

    const committee = await enter(stage, '两委', '/desk/pages/moderation/index');
    await committee.page.getByRole('tab', { name: '申诉' }).click();
    await committee.page.getByText('不是广告，是意见').waitFor();
    await committee.page.getByRole('button', { name: '恢复消息' }).click();
    // The sheet takes the focus when it has come up; what is written must stay.
    const reason = committee.page.getByRole('textbox', { name: '理由' });
    await expect.poll(() => reason.fill('属于正常意见').then(() => reason.inputValue())).toBe('属于正常意见');
    await committee.page.getByRole('dialog').getByRole('button', { name: '恢复消息' }).click();
    for (const { page } of [resident, leader]) await bubbleOf(page, '记一：物业费这件事我有意见').waitFor();
    await resident.page.getByText('申诉成立，消息已恢复：属于正常意见').waitFor();
    expect([...resident.troubles, ...leader.troubles, ...committee.troubles]).toEqual([]);
  });

  it('a free group is made, and who opens its link joins and reads along', async () => {
    const [maker, guest] = [await enter(stage, '居民', '/chat/pages/create/index'), await enter(stage, '居民代表', '/pages/home/index')];
    await maker.page.getByRole('textbox', { name: '群名称' }).fill('周末羽毛球');
    await maker.page.getByRole('button', { name: '新建群' }).click();
    const reply = maker.page.waitForResponse((answer) => /\/invitations$/.test(answer.url()) && answer.request().method() === 'POST');
    await maker.page.getByRole('button', { name: '生成邀请' }).click();
    const { code } = (await (await reply).json()) as { code: string };
    await maker.page.getByRole('img', { name: '入群二维码' }).waitFor();
    const groupId = new URL(maker.page.url()).searchParams.get('id') ?? '';

    await guest.open(`/chat/pages/invite/index?community=fenglin&code=${code}`);
    await guest.page.getByText('周末羽毛球').first().waitFor();
    await guest.page.getByRole('button', { name: '加入', exact: true }).click();
    await guest.page.getByRole('textbox', { name: '写消息' }).waitFor();
    await maker.open(conversation(groupId));
    await settle(maker.page);
    await maker.page.getByText(/加入了群/).waitFor();
    await say(guest.page, '记二：周六上午有空');
    await bubbleOf(maker.page, '记二：周六上午有空').waitFor();
    expect([...maker.troubles, ...guest.troubles]).toEqual([]);
  });
});
