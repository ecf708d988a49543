import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { putMatter } from './put-matter.ts';
import { buildVillage, watching, type Village, type Villager } from './village.ts';

describe.each(engines)('opinions on %s', (engine) => {
  let t: TestApp;
  let v: Village;
  let matterId: string;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
    v = await buildVillage(t);
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    matterId = await putMatter(t, v, { stageId: 'consult' });
  });

  const as = (who: Villager) => t.as(v.by[who]);
  const words = (text: string, stageId: 'propose' | 'consult' | null = 'consult') => ({
    params: { ...v.c.params, matterId },
    body: { text, stageId },
  });
  const say = (who: Villager, text: string, stageId?: 'propose' | 'consult' | null) =>
    watching(t, v, matterId, () => as(who).post(api.addComment, words(text, stageId)));
  const list = async (who: Villager, query: { limit?: number; cursor?: string; stageId?: 'propose' } = {}) =>
    as(who).get(api.listComments, { params: { ...v.c.params, matterId }, query });

  it('are introduced by the office of the moment, and never by the party', async () => {
    const said = [];
    for (const who of ['rep', 'director', 'secretary', 'supervisor', 'owner'] as const)
      said.push((await say(who, '好')).role);
    expect(said).toEqual(['representative', 'residents-committee', 'branch-committee', 'supervisor', 'owner']);
  });

  it('count on the matter and are listed newest first, by stage and by page', async () => {
    for (const [i, stageId] of (['propose', 'consult', 'propose', null] as const).entries()) {
      await say('owner', `意见 ${i}`, stageId);
      t.time.advance(i === 0 ? 0 : 1000);
    }
    expect((await list('rep')).items.map(({ text }) => text).slice(0, 2)).toEqual(['意见 3', '意见 2']);
    expect((await list('rep', { stageId: 'propose' })).items).toHaveLength(2);
    const first = await list('rep', { limit: 3 });
    const rest = await list('rep', { limit: 3, cursor: first.next ?? '' });
    expect([first.items.length, rest.items.length, rest.next]).toEqual([3, 1, null]);
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(4);
  });

  it('are hidden with a reason: the author and moderators keep seeing the original', async () => {
    const { id } = await say('owner', '某某电话 13812345678');
    const at = { ...v.c.params, commentId: id };
    expect(await as('rep').refused(api.hideComment, { params: at, body: { reason: '涉及隐私' } })).toBe('not-allowed');
    expect(await as('director').refused(api.restoreComment, { params: at })).toBe('comment-visible');
    const hidden = await as('director').post(api.hideComment, { params: at, body: { reason: '涉及隐私' } });
    expect(hidden).toMatchObject({ hidden: true, hiddenReason: '涉及隐私', text: '某某电话 13812345678' });
    expect(await as('director').refused(api.hideComment, { params: at, body: { reason: '再来' } })).toBe(
      'comment-hidden',
    );
    const seen = async (who: Villager) => (await list(who)).items.find((one) => one.id === id);
    expect(await seen('neighbour')).toMatchObject({ hidden: true, hiddenReason: '涉及隐私', text: '', mine: false });
    expect(await seen('owner')).toMatchObject({ text: '某某电话 13812345678', mine: true });
    expect(await seen('director')).toMatchObject({ text: '某某电话 13812345678' });
    await as('director').post(api.restoreComment, { params: at });
    expect(await seen('neighbour')).toMatchObject({ hidden: false, hiddenReason: '', text: '某某电话 13812345678' });
  });

  it('leave no hidden word in the record', async () => {
    const { id } = await say('owner', '不该公开的话');
    await as('director').post(api.hideComment, { params: { ...v.c.params, commentId: id }, body: { reason: '不当' } });
    const { recordEntries } = t.deps.store.t;
    const entries = (await t.deps.store.read((db) => db.select().from(recordEntries))).filter(
      (one) => one.matterId === matterId,
    );
    expect(entries.map(({ kind }) => kind)).toEqual(['comment-added', 'comment-hidden']);
    expect(JSON.stringify(entries)).not.toContain('不该公开的话');
  });

  it('are not asked of a draft', async () => {
    matterId = await putMatter(t, v, { status: 'draft', stageId: null });
    expect(await as('secretary').refused(api.addComment, words('早说'))).toBe('not-allowed');
    expect(await as('owner').refused(api.addComment, words('早说'))).toBe('not-found');
    expect(await as('owner').refused(api.listComments, { params: { ...v.c.params, matterId }, query: {} })).toBe(
      'not-found',
    );
  });
});
