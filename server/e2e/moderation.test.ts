import { chatApi } from '@bandeng/shared/chat/api.ts';
import { describe, expect, it } from 'vitest';
import type { DemoPart } from '../src/demo/admit-visitors.ts';
import { call } from './support/call.ts';
import { communityId } from './support/neighbours.ts';
import { settle, signInAs } from './support/reader.ts';
import { setStage } from './support/set-stage.ts';

describe('keeping order in a group', () => {
  const stage = setStage();

  it('holds a message back until a leader releases it, deletes one that was reported, and lets a muted member know', async () => {
    const token = await stage.neighbours.tokenOf('居民');
    const { items } = await call(stage.origin, token, chatApi.listGroups, { params: { communityId } });
    const groupId = items.find(({ areaKind }) => areaKind === 'building')?.id ?? '';
    const enter = async (part: DemoPart, path: string) => {
      const reader = await stage.open();
      await signInAs(reader, part);
      await reader.open(path);
      await settle(reader.page);
      return reader;
    };
    const resident = await enter('居民', `/chat/pages/conversation/index?id=${groupId}`);
    await resident.page.getByRole('textbox', { name: '写消息' }).fill('楼下贴着代开发票的小广告');
    await resident.page.getByRole('button', { name: '发送', exact: true }).click();
    await resident.page.getByText(/等待审核/).first().waitFor();

    const leader = await enter('楼栋长', '/desk/pages/moderation/index');
    const held = leader.page.locator('.bd-card', { hasText: '楼下贴着代开发票的小广告' });
    await held.getByRole('button', { name: '放行' }).click();
    await leader.page.getByRole('alertdialog').getByRole('button', { name: '放行' }).click();
    await resident.page.locator('.ch-item .ch-text', { hasText: '楼下贴着代开发票的小广告' }).waitFor();
    await resident.page.getByText(/等待审核/).first().waitFor({ state: 'detached' });

    await leader.page.getByRole('tab', { name: '举报' }).click();
    await leader.page.getByText('请好好说话').waitFor();
    await leader.page.getByRole('button', { name: '删除消息' }).click();
    await leader.page.getByRole('textbox', { name: '理由' }).fill('人身攻击');
    await leader.page.getByRole('dialog').getByRole('button', { name: '删除消息' }).click();
    await leader.page.getByText('没有待处理的举报').waitFor();

    await leader.open(`/chat/pages/members/index?id=${groupId}`);
    await settle(leader.page);
    await leader.page.getByRole('searchbox', { name: '按称呼或门牌查找' }).fill('2-1-201');
    const row = leader.page.getByRole('button', { name: /2-1-201/ });
    await expect.poll(() => row.count()).toBe(1);
    await row.click();
    await leader.page.getByRole('button', { name: '禁言', exact: true }).click();
    await leader.page.getByRole('textbox', { name: '理由' }).fill('先冷静一下');
    await leader.page.getByRole('dialog').getByRole('button', { name: '禁言', exact: true }).click();
    await resident.page.getByText(/您已被禁言/).waitFor();
    expect(stage.readers.map(({ troubles }) => troubles)).toEqual([[], []]);
  });
});
