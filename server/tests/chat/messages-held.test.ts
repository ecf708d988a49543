import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ContentCheck } from '../../src/platform/content-check/content-check.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, makeCommandId, type TestApp } from '../platform/test-app.ts';
import { readChannel, seedGroup } from './seed-group.ts';
import { pdf, png, upload } from './upload-file.ts';

describe.each(engines)('messages put aside on %s', (engine) => {
  let t: TestApp;
  const asked: object[] = [];
  beforeAll(async () => {
    t = await buildTestApp({ engine });
  });
  afterAll(() => t.close());

  /** A server whose pictures the platform looks at; words are checked as before. */
  const checkMedia = (reachable: boolean) => {
    const words = t.deps.contentCheck;
    const checkText: ContentCheck['checkText'] = (input) => words.checkText(input);
    const startMediaCheck: ContentCheck['startMediaCheck'] = async (input) => {
      asked.push(input);
      return reachable ? { kind: 'asked', traceId: `${engine}-${asked.length}` } : { kind: 'impossible' };
    };
    Object.assign(t.deps, { contentCheck: { checkText, checksMedia: true, startMediaCheck } });
  };

  test('words that do not pass are held with the reason, nobody else sees them, a retry holds nothing twice', async () => {
    const g = await seedGroup(t);
    const commandId = makeCommandId();
    const sent = { params: g.params, body: { kind: 'text', text: '本人代开发票,价格从优' } as const, commandId };
    const first = await t.as(g.v.by.neighbour).post(api.sendMessage, sent);
    expect(first.message).toBeNull();
    expect(first.held).toMatchObject({ groupId: g.groupId, sentAs: commandId, reason: 'words', detail: '代开发票', status: 'held' });
    expect(await t.as(g.v.by.neighbour).post(api.sendMessage, sent)).toEqual(first);
    const page = await t.as(g.v.by.neighbour).get(api.listMessages, { params: g.params });
    expect(page.items).toEqual([]);
    expect(await readChannel(t, g)).toEqual([]);
  });

  test('the name of a file is words, too', async () => {
    const g = await seedGroup(t);
    const fileId = await upload(t, g.params.communityId, g.v.by.neighbour, pdf, '代开发票价目.pdf');
    const { held } = await t.as(g.v.by.neighbour).post(api.sendMessage, { params: g.params, body: { kind: 'file', fileId } });
    expect(held).toMatchObject({ kind: 'file', reason: 'words' });
  });

  test('held messages take their turn: a flood of them is refused', async () => {
    const g = await seedGroup(t);
    const body = { kind: 'text', text: '代开发票' } as const;
    const calls = Array.from({ length: 14 }, () => t.as(g.v.by.neighbour).call(api.sendMessage, { params: g.params, body }));
    const answers = await Promise.all(calls);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(12);
    expect(answers.filter(({ code }) => code === 'sending-too-fast')).toHaveLength(2);
  });

  test('where pictures are looked at, one waits for that, and the look is asked for once it is stored', async () => {
    checkMedia(true);
    const g = await seedGroup(t);
    const fileId = await upload(t, g.params.communityId, g.v.by.neighbour, png);
    const { message, held } = await t
      .as(g.v.by.neighbour)
      .post(api.sendMessage, { params: g.params, body: { kind: 'image', fileId } });
    expect(message).toBeNull();
    expect(held).toMatchObject({ kind: 'image', reason: 'waiting', file: { id: fileId } });
    const owner = { kind: 'held', id: held?.id };
    expect(asked).toEqual([{ communityId: g.params.communityId, fileId, accountId: g.v.by.neighbour, owner }]);
    const text = await t.as(g.v.by.neighbour).post(api.sendMessage, { params: g.params, body: { kind: 'text', text: '你好' } });
    expect(text.message?.seq).toBe(1);
  });

  test('where the look cannot be asked for, the picture waits for a person', async () => {
    checkMedia(false);
    const g = await seedGroup(t);
    const fileId = await upload(t, g.params.communityId, g.v.by.neighbour, png);
    await t.as(g.v.by.neighbour).post(api.sendMessage, { params: g.params, body: { kind: 'image', fileId } });
    const reasons = async () => {
      const { items } = await t.as(g.v.by.rep).get(api.listHeld, { params: { communityId: g.params.communityId } });
      return items.map(({ reason }) => reason);
    };
    await vi.waitFor(async () => expect(await reasons()).toEqual(['check']), 20_000);
  });
});
