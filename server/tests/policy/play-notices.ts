import { bulletinApi as api } from '@bandeng/shared/bulletin/api.ts';
import type { NoticeInput } from '@bandeng/shared/bulletin/schemas.ts';
import { eq } from 'drizzle-orm';
import type { TestApp } from '../platform/test-app.ts';

interface Village {
  readonly communityId: string;
  readonly areaId: string;
  readonly bodyId: string;
  /** Accounts. */
  readonly almighty: string;
  readonly resident: string;
  readonly committee: string;
  /** Who is sent from door to door. */
  readonly helperId: string;
  /** An uploaded picture of the almighty, attached to nothing. */
  readonly picture: string;
}

/** Notices of every fate: drafted, scheduled, published and acknowledged, corrected, withdrawn, carried from door to door. */
export const playNotices = async (t: TestApp, v: Village): Promise<string[]> => {
  const { communityId, almighty, resident, committee } = v;
  const at = (noticeId: string) => ({ communityId, noticeId });
  const draft = async (who: string, more: Partial<NoticeInput> = {}) => {
    const body: NoticeInput = {
      category: 'safety', title: '消防检查', body: '请清理楼道。', fileIds: [], areaIds: [v.areaId], bodyIds: [], needsAck: true, expiresAt: null, ...more,
    };
    return (await t.as(who).post(api.createNotice, { params: { communityId }, body })).id;
  };
  const publish = (who: string, id: string, when: number | null = null) =>
    t.as(who).post(api.publishNotice, { params: at(id), body: { at: when } });
  const out = await draft(almighty, { category: 'urgent', fileIds: [v.picture] });
  await publish(almighty, out);
  await t.as(resident).post(api.acknowledgeNotice, { params: at(out), body: { version: 1 } });
  const text = { title: '消防检查', body: '改到周五。', fileIds: [], change: '改期', version: 1 };
  await t.as(almighty).post(api.correctNotice, { params: at(out), body: text });
  await t.as(almighty).post(api.assignKnocks, { params: at(out), body: { helperId: v.helperId } });
  const gone = await draft(committee, { areaIds: [], bodyIds: [v.bodyId] });
  await publish(committee, gone);
  await t.as(committee).post(api.withdrawNotice, { params: at(gone), body: { reason: '发错了' } });
  await publish(almighty, await draft(almighty), t.time.now() + 80 * 86_400_000);
  await draft(almighty);
  const { notices: n } = t.deps.store.t;
  const rows = await t.deps.store.read((db) => db.select({ token: n.publicToken }).from(n).where(eq(n.communityId, communityId)).orderBy(n.id));
  return rows.map(({ token }) => token);
};
