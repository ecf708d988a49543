import { describe, expect, it } from 'vitest';
import {
  emptyNotice,
  findDraftFaults,
  findNoticeFaults,
  findTimeFault,
  formOfNotice,
  inputOf,
  type NoticeForm,
} from '@/desk/notices/notice-form';
import { buildScopeTree, findCover, listVisible, openAtFirst, toggleArea } from '@/desk/notices/scope-tree';
import { buildNotice } from '../support/notice';

const form = (overrides: Partial<NoticeForm> = {}): NoticeForm => ({
  ...emptyNotice,
  title: '周四停水',
  body: '请储水',
  areaIds: ['b3'],
  ...overrides,
});
const now = 1_000_000;

describe('a notice that is written', () => {
  it('needs a title and a text to be kept, and a scope to go out', () => {
    expect(findDraftFaults(emptyNotice)).toEqual(['title', 'body']);
    expect(findDraftFaults(form({ areaIds: [] }))).toEqual([]);
    expect(findNoticeFaults(form({ areaIds: [] }), now)).toEqual(['scope']);
    expect(findNoticeFaults(form({ areaIds: [], bodyIds: ['b'] }), now)).toEqual([]);
  });

  it('does not go out with gaps of a template, in title or text', () => {
    expect(findNoticeFaults(form({ title: '{时间}停水' }), now)).toEqual(['places']);
    expect(findNoticeFaults(form({ body: '请找{联系人}' }), now)).toEqual(['places']);
  });

  it('expires later than it goes out', () => {
    expect(findNoticeFaults(form({ expires: true }), now)).toEqual(['expiry']);
    expect(findNoticeFaults(form({ expires: true, expiresAt: now }), now)).toEqual(['expiry']);
    expect(findTimeFault(form({ expires: true, expiresAt: now + 10 }), now + 10, now)).toBe('expiry-past');
    expect(findTimeFault(form(), now, now)).toBe('time-past');
    expect(findTimeFault(form(), now + 91 * 86_400_000, now)).toBe('time-too-far');
    expect(findTimeFault(form(), null, now)).toBeNull();
  });

  it('always asks for an acknowledgement in an emergency, and sends no expiry that was turned off', () => {
    expect(inputOf(form({ category: 'urgent', needsAck: false })).needsAck).toBe(true);
    expect(inputOf(form({ needsAck: false })).needsAck).toBe(false);
    expect(inputOf(form({ expires: false, expiresAt: 5 })).expiresAt).toBeNull();
  });

  it('is the same after it was stored and opened again', () => {
    const notice = buildNotice({ expiresAt: 9, body: '请储水' });
    expect(inputOf(formOfNotice(notice))).toEqual({
      category: 'utilities',
      title: '周四停水',
      body: '请储水',
      fileIds: [],
      areaIds: ['b3'],
      bodyIds: [],
      needsAck: true,
      expiresAt: 9,
    });
  });
});

describe('the tree of areas', () => {
  const area = (id: string, parentId: string | null) => ({
    id,
    parentId,
    kind: 'unit' as const,
    name: id,
    version: 1,
    dwellings: 1,
  });
  const all = [
    area('city', null),
    area('yard', 'city'),
    area('b1', 'yard'),
    area('u11', 'b1'),
    area('u12', 'b1'),
    area('b2', 'yard'),
  ];
  const allowed = (...ids: string[]) => ids.map((id) => ({ id, kind: 'unit' as const, name: id }));
  const nodes = buildScopeTree(allowed('yard', 'b1', 'u11', 'u12', 'b2'), all);
  const node = (id: string) => nodes.find((one) => one.id === id) ?? expect.fail(id);

  it('begins where the own right begins', () => {
    expect(nodes.map(({ id, level, hasChildren }) => [id, level, hasChildren])).toEqual([
      ['yard', 0, true],
      ['b1', 1, true],
      ['u11', 2, false],
      ['u12', 2, false],
      ['b2', 1, false],
    ]);
  });

  it('takes what lies below into an area that is chosen', () => {
    expect(toggleArea(nodes, ['u11', 'b2'], 'b1').sort()).toEqual(['b1', 'b2']);
    expect(toggleArea(nodes, ['u11', 'b2'], 'yard')).toEqual(['yard']);
    expect(toggleArea(nodes, ['b1', 'b2'], 'b1')).toEqual(['b2']);
  });

  it('says by which area another one is held', () => {
    expect(findCover(node('u11'), ['yard'])).toBe('yard');
    expect(findCover(node('yard'), ['b1'])).toBeNull();
  });

  it('shows what lies in open branches only', () => {
    const shown = (open: string[]) => listVisible(nodes, new Set(open)).map(({ id }) => id);
    expect(shown([])).toEqual(['yard']);
    expect(shown(['b1'])).toEqual(['yard']);
    expect(shown(['yard', 'b1'])).toEqual(['yard', 'b1', 'u11', 'u12', 'b2']);
  });

  it('opens a large one where something is chosen', () => {
    const many = Array.from({ length: 20 }, (_, i) => area(`b${10 + i}`, 'yard'));
    const large = buildScopeTree(allowed('yard', 'b1', 'u11', ...many.map(({ id }) => id)), [...all, ...many]);
    expect([...openAtFirst(large, [])]).toEqual(['yard']);
    expect([...openAtFirst(large, ['u11'])].sort()).toEqual(['b1', 'yard']);
  });
});
