import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { startOfDay } from '@bandeng/shared/kernel/legal-days.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readMatterView } from '../../src/deliberation/read-matter.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { putMatter } from './put-matter.ts';
import { addWorker, buildVillage, putFile, watching, type Village, type Villager } from './village.ts';

describe.each(engines)('the outcome on %s', (engine) => {
  let t: TestApp;
  let v: Village;
  let matterId: string;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
    v = await buildVillage(t);
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    t.time.set(startOfDay('2026-11-02') + 36_000_000);
    matterId = await putMatter(t, v, { stageId: 'publish-outcome' });
  });

  const view = async () => {
    const found = await t.deps.store.read((db) => readMatterView(db, v.c.communityId, matterId));
    if (!found) throw new Error('the matter is gone');
    return found;
  };
  const as = (who: Villager) => t.as(v.by[who]);
  const params = () => ({ ...v.c.params, matterId });
  const blank = { title: '进度', text: '', day: '2026-11-01', amountFen: null, payee: '', fileIds: [] as string[] };
  const entry = (more: object) => ({ params: params(), body: { kind: 'work' as const, ...blank, ...more } });
  const paid = async (amountFen: number) =>
    entry({
      kind: 'payment',
      title: '材料款',
      amountFen,
      payee: '安居防水公司',
      fileIds: [await putFile(t, v, 'director')],
    });
  const publish = () =>
    watching(t, v, matterId, () =>
      as('director').post(api.publishOutcome, { params: params(), body: { text: '已完工。', days: 15, fileIds: [] } }),
    );
  const rating = (stars: number, text = '') => ({ params: params(), body: { stars, text } });
  const rate = (who: Villager, stars: number, text = '') =>
    watching(t, v, matterId, () => as(who).post(api.rateMatter, rating(stars, text)));

  it('shows the work as it happens and adds up what was paid, to the fen', async () => {
    await watching(t, v, matterId, () =>
      as('director').post(api.addProgress, entry({ kind: 'tender', title: '三家比价' })),
    );
    t.time.advance(1000);
    for (const fen of [1_152_600, 1_921_000, 768_400]) {
      const sent = await paid(fen);
      await watching(t, v, matterId, () => as('director').post(api.addProgress, sent));
      t.time.advance(1000);
    }
    const after = await view();
    expect(after.spentFen).toBe(3_842_000);
    expect(after.progress.map(({ kind, amountFen }) => [kind, amountFen])).toEqual([
      ['tender', null],
      ['payment', 1_152_600],
      ['payment', 1_921_000],
      ['payment', 768_400],
    ]);
    expect(after.progress[1]?.photos[0]?.name).toBe('发票.pdf');
  });

  it.each([
    ['payment without an amount', { kind: 'payment', payee: '公司' }, 'payment-incomplete', 'amountFen'],
    ['payment without a payee', { kind: 'payment', amountFen: 100, payee: ' ' }, 'payment-incomplete', 'payee'],
    ['payment without a voucher', { kind: 'payment', amountFen: 100, payee: '公司' }, 'payment-incomplete', 'fileIds'],
    ['work that costs', { kind: 'work', amountFen: 100 }, 'amount-not-payment', 'amountFen'],
    ['a day that is none', { day: '2026-02-30' }, 'bad-request', 'day'],
    ['a file that is not there', { fileIds: ['nothing'] }, 'file-not-yours', 'fileIds'],
  ])('refuses %s', async (_, more, code, field) => {
    expect(await as('director').call(api.addProgress, entry(more))).toMatchObject({ code, field });
    expect((await view()).progress).toEqual([]);
  });

  it('takes a voucher only from the one who uploaded it', async () => {
    const fileId = await putFile(t, v, 'secretary');
    const sent = entry({ kind: 'payment', amountFen: 1, payee: '公司', fileIds: [fileId] });
    expect(await as('director').refused(api.addProgress, sent)).toBe('file-not-yours');
  });

  it('is reported by the committees, once the resolution stands', async () => {
    expect(await as('rep').refused(api.addProgress, entry({}))).toBe('not-allowed');
    matterId = await putMatter(t, v, { stageId: 'publish-resolution' });
    expect(await as('director').refused(api.addProgress, entry({}))).toBe('wrong-stage');
  });

  it('is rated by every resident once, changeably, from its publication on and after the close', async () => {
    expect(await as('owner').refused(api.rateMatter, rating(5))).toBe('not-yet-rateable');
    await publish();
    expect(await t.as(await addWorker(t, v)).refused(api.rateMatter, rating(5))).toBe('residents-only');
    await rate('owner', 2);
    await rate('neighbour', 5, '不漏了');
    await rate('owner', 4, '修得及时');
    expect((await view()).ratings).toEqual({ count: 2, stars: 9, byStars: [0, 0, 0, 1, 1] });
    t.time.set((await view()).disclosures[0]?.endsAt ?? 0);
    expect(await watching(t, v, matterId, () => t.runTimers())).toBe(1);
    const closed = await view();
    expect([closed.head.status, closed.head.endedAt]).toEqual(['closed', t.time.now()]);
    await rate('rep', 5);
    expect((await view()).ratings).toEqual({ count: 3, stars: 14, byStars: [0, 0, 0, 1, 2] });
    expect(await as('director').refused(api.addProgress, entry({}))).toBe('matter-not-running');
  });

  it('takes fifty ratings of one person at once as one', async () => {
    await publish();
    await Promise.all(Array.from({ length: 50 }, (_, i) => as('owner').post(api.rateMatter, rating((i % 5) + 1))));
    expect((await view()).ratings.count).toBe(1);
  });

  it('lists ratings newest first, page by page', async () => {
    await publish();
    for (const [i, who] of (['owner', 'neighbour', 'rep', 'supervisor'] as const).entries()) {
      await rate(who, i + 1);
      t.time.advance(i === 1 ? 0 : 1000);
    }
    const list = (cursor?: string) =>
      as('owner').get(api.listRatings, {
        params: params(),
        query: { limit: 3, ...(cursor === undefined ? {} : { cursor }) },
      });
    const first = await list();
    expect(first.items).toHaveLength(3);
    expect(first.items[0]).toMatchObject({ stars: 4, by: { name: '郑监督', label: '郑监督 3-2-102' } });
    const second = await list(first.next ?? '');
    expect([second.items.map(({ stars }) => stars), second.next]).toEqual([[1], null]);
    expect((await list('no cursor of ours')).items).toHaveLength(3);
  });
});
