import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dispatchOutbox } from '../../src/outreach/dispatch.ts';
import { replyTemplate, talkingTo } from '../outreach/neighbours.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { openWechatStandIn, type WechatStandIn } from '../platform/wechat-stand-in.ts';
import { allowMessages } from './allow-messages.ts';
import { seedGroup } from './seed-group.ts';

describe.each(engines)('answers to intakes outside the app on %s', { timeout: 60_000 }, (engine) => {
  let t: TestApp;
  let wechat: WechatStandIn;
  beforeAll(async () => {
    wechat = await openWechatStandIn();
    t = await buildTestApp({ engine, config: talkingTo(wechat) });
    t.time.set(Date.UTC(2026, 10, 21, 4));
  });
  afterAll(async () => {
    await t.close();
    await wechat.close();
  });

  test('reach whoever handed it in, and not the one who answers an own one', async () => {
    const g = await seedGroup(t);
    const params = { communityId: g.params.communityId };
    for (const who of ['neighbour', 'director'] as const) {
      await allowMessages(t, wechat, g.v.by[who], `o-${who}-${engine}`);
    }
    for (const who of ['neighbour', 'director'] as const) {
      const body = { kind: 'case', title: '路灯不亮', text: '三号楼门口' } as const;
      const { id: intakeId } = await t.as(g.v.by[who]).post(api.createIntake, { params, body });
      const answer = { status: 'answered', reply: '已修好' } as const;
      await t.as(g.v.by.director).post(api.answerIntake, { params: { ...params, intakeId }, body: answer });
      while (await dispatchOutbox(t.deps));
    }
    const told = wechat.taken.filter(({ template_id: id }) => id === replyTemplate);
    expect(told).toMatchObject([
      {
        touser: `o-neighbour-${engine}`,
        page: expect.stringMatching(/^chat\/pages\/intake\/index\?id=/) as unknown,
        data: { thing1: { value: '路灯不亮' }, thing4: { value: 'C2026-0001' }, thing6: { value: '已修好' } },
      },
    ]);
    expect(t.problems).toEqual([]);
  });
});
